import type { Binding, ComparatorReference, PeriodReference, Show } from '@cic/core';

/** A cell's binding in full: what section, row and column say together. */
export interface Bound {
  readonly indicator?: string;
  readonly where: Readonly<Record<string, readonly string[]>>;
  readonly period: PeriodReference;
  readonly show: readonly Show[];
  readonly since?: PeriodReference;
  readonly shareOf: readonly string[];
  readonly comparator?: ComparatorReference;
  readonly decimals?: number;
  readonly text?: string;
}

/** Later bindings over earlier ones; the categories of different breakdowns come together. */
export function boundBy(...bindings: readonly (Binding | undefined)[]): Bound {
  const where: Record<string, readonly string[]> = {};
  for (const binding of bindings) {
    for (const [id, categories] of Object.entries(binding?.where ?? {})) {
      if (categories === null) delete where[id];
      else where[id] = typeof categories === 'string' ? [categories] : categories;
    }
  }
  const { where: _where, period, show, shareOf, ...rest }: Binding = Object.assign({}, ...bindings);
  return {
    ...rest,
    where,
    period: period ?? { back: 0 },
    show: show === undefined ? ['value'] : typeof show === 'string' ? [show] : show,
    shareOf: shareOf ?? [],
  };
}

/** Whether a row or column with this says anything of its cells by itself. */
export const saysNothing = ({ indicator, text }: Bound): boolean =>
  indicator === undefined && text === undefined;
