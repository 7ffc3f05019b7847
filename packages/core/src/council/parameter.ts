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

interface Parameters {
  readonly parameters: readonly {
    readonly id: string;
    readonly value: number;
    readonly from?: string | undefined;
  }[];
  readonly parameterTypes: readonly Parameter[];
}

/**
 * The value of a parameter for a council on a day: its own setting with the latest start, else the statutory default.
 * @throws RangeError for a parameter that no plugin of the council has
 */
export function parameterOn(council: Parameters, id: string, on: Day): number {
  let value: number | undefined;
  let since = Number.NEGATIVE_INFINITY;
  for (const setting of council.parameters) {
    const from = setting.from === undefined ? Number.NEGATIVE_INFINITY : parseIsoDate(setting.from);
    if (setting.id === id && from <= on && from >= since) [value, since] = [setting.value, from];
  }
  if (value !== undefined) return value;
  const type = council.parameterTypes.find((known) => known.id === id);
  if (!type) throw new RangeError(`no plugin of this council has a parameter '${id}'`);
  return type.default;
}
