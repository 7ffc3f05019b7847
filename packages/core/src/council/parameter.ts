import { type Day, parseIsoDate } from '../dates/day.ts';

/** A limit or a choice that a rule depends on, with its statutory default; a council may set its own, from a date on. */
export interface Parameter {
  /** Unique, kebab case: 'first-review-working-days'. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly default: number;
  readonly source: string;
  readonly requirements?: readonly string[];
}

export const defineParameter = (parameter: Parameter): Parameter => parameter;

/** A council's own value of a parameter; without `from` it has always held. */
export interface ParameterSetting {
  readonly id: string;
  readonly value: number;
  readonly from?: string | undefined;
}

/**
 * The value of a parameter on a day: the council's setting with the latest start, else the statutory default.
 * @throws RangeError for a parameter that no plugin of the council has
 */
export function parametersOf(
  types: readonly Parameter[],
  settings: readonly ParameterSetting[],
): (id: string, on: Day) => number {
  const since = ({ from }: ParameterSetting): Day =>
    from === undefined ? Number.NEGATIVE_INFINITY : parseIsoDate(from);
  const known = new Map(
    types.map(({ id, default: value }) => [
      id,
      {
        value,
        settings: settings
          .filter((setting) => setting.id === id)
          .map((setting) => ({ value: setting.value, from: since(setting) }))
          .sort((a, b) => a.from - b.from),
      },
    ]),
  );
  return (id, on) => {
    const parameter = known.get(id);
    if (!parameter) throw new RangeError(`no plugin of this council has a parameter '${id}'`);
    return parameter.settings.findLast(({ from }) => from <= on)?.value ?? parameter.value;
  };
}
