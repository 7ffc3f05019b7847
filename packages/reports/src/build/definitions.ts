import type { Indicator } from '@cic/core';
import type { BuiltCell, BuiltDefinition, BuiltSection } from '../model.ts';
import type { Plan } from '../sections/section.ts';
import type { Building } from './asked.ts';

const cellsOf = (section: BuiltSection): readonly BuiltCell[] => {
  if (section.kind === 'table') return section.rows.flatMap(({ cells }) => cells);
  return section.kind === 'text' ? Object.values(section.figures) : [];
};

const defined = ({
  id,
  title,
  definition,
  population,
  unit,
  source,
  certainty,
  codes,
}: Indicator): BuiltDefinition => ({
  id,
  title,
  definition,
  population,
  unit,
  source,
  certainty,
  codes: (codes ?? []).map(({ scheme, code }) => `${scheme} ${code}`),
});

/** The definition of every indicator a report speaks of, in the order in which it does. */
export function definitionsIn(
  sections: readonly BuiltSection[],
  { council }: Building,
  plans: readonly Plan[],
): BuiltDefinition[] {
  const made = new Map(
    plans
      .flatMap((plan) => (plan.kind === 'planned' ? (plan.indicators ?? []) : []))
      .map((one) => [one.id, one]),
  );
  const ids = new Set(sections.flatMap(cellsOf).flatMap(({ indicator }) => (indicator ? [indicator] : [])));
  return [...ids].map((id) => defined(made.get(id) ?? council.indicator(id)));
}
