import {
  aCase,
  type Case,
  type DerivedIndicator,
  defineIndicator,
  holdsAny,
  type MeasureContext,
  type MeasuredIndicator,
  noChild,
  within,
} from '@cic/core';
import { householdOf } from '../adopters/households.ts';
import { adoptionMatch, adoptivePlacement, interAgencyPlacement } from '../generated/records.ts';
import { childrenWith } from '../journey/childrenWith.ts';
import { SUFFICIENCY } from '../sources.ts';
import { defineCount } from './shared.ts';

/** Households of another agency with which children were placed in the period, and households of the council's own. */
const householdsPlacedWith = (id: string, title: string, wanted: 'own' | 'other'): MeasuredIndicator =>
  defineCount({
    id,
    title,
    definition: `Households ${wanted === 'own' ? 'the council approved itself' : 'approved by another agency'} with which a child was placed for adoption in the period, each once however many children came. Placements that name no household count as one household each.`,
    population: 'households with which children were placed for adoption in the period',
    polarity: wanted === 'own' ? 'higher' : 'lower',
    kind: 'flow',
    source: SUFFICIENCY,
    certainty: 'published',
    needs: holdsAny(adoptivePlacement, adoptionMatch),
    requirements: ['D-ADO-14'],
    measure: noChild,
    *cases(context) {
      const { period, history } = context;
      const seen = new Set<string>();
      for (const child of childrenWith(history, adoptivePlacement)) {
        for (const [i, record] of child.records(adoptivePlacement).entries()) {
          if (!within(record.placed, period)) continue;
          const match = child.records(adoptionMatch).findLast(({ matched }) => matched <= record.placed!);
          const adopters = record.adopters ?? match?.adopters;
          const known = householdOf(history, adopters);
          const agency = match?.agency ?? known?.record.agency ?? 'own';
          if ((agency === 'own') !== (wanted === 'own')) continue;
          const about = adopters ?? `placement ${i + 1} of ${child.id}`;
          if (seen.has(about)) continue;
          seen.add(about);
          yield aCase(about, true, 1, {
            'adopter-agency': agency,
            'adopter-home': match?.home ?? known?.record.home,
          });
        }
      }
    },
  });

const nearShare = defineIndicator({
  id: 'other-agency-adopters-near',
  title: 'Adopters of another agency who live in or near the area',
  definition:
    'Of matches in the period with adopters of another agency whose home is known, the share with adopters who live in the council’s area or near its boundary.',
  population: 'matches in the period with adopters of another agency whose home is known',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: SUFFICIENCY,
  certainty: 'published',
  needs: holdsAny(adoptionMatch),
  requirements: ['D-ADO-16'],
  measure: (child, { period }) => {
    const match = child
      .records(adoptionMatch)
      .find(
        ({ matched, agency, home }) =>
          within(matched, period) && agency !== undefined && agency !== 'own' && home,
      );
    return match && { numerator: match.home === 'elsewhere' ? 0 : 1, denominator: 1, on: match.matched };
  },
});

/** Fees in pounds. */
const fees = (
  id: string,
  title: string,
  definition: string,
  cases: (context: MeasureContext) => Iterable<Case>,
): MeasuredIndicator =>
  defineIndicator({
    id,
    title,
    definition,
    population: 'placements with or for another agency',
    unit: 'pounds',
    total: true,
    decimals: 0,
    polarity: 'neutral',
    kind: 'flow',
    source: `${SUFFICIENCY}, aims 8 and 9`,
    certainty: 'proposed',
    needs: holdsAny(adoptionMatch, interAgencyPlacement),
    requirements: ['D-ADO-15'],
    measure: noChild,
    cases,
  });

const bought = fees(
  'inter-agency-fees-paid',
  'Fees paid to other agencies',
  'Fees, in pounds, of matches in the period with adopters of another agency.',
  function* ({ history, period }) {
    for (const child of childrenWith(history, adoptionMatch))
      for (const { matched, fee, agency } of child.records(adoptionMatch))
        if (within(matched, period) && fee !== undefined && agency !== 'own')
          yield aCase(child.id, fee / 100, 1, { 'adopter-agency': agency });
  },
);

const provided = fees(
  'inter-agency-fees-received',
  'Fees received from other agencies',
  'Fees, in pounds, of children of other agencies placed in the period with the council’s own adopters.',
  function* ({ history, period }) {
    for (const { id, placed, fee, agency } of history.otherRecords(interAgencyPlacement))
      if (within(placed, period) && fee !== undefined)
        yield aCase(id, fee / 100, 1, { 'adopter-agency': agency });
  },
);

const balance: DerivedIndicator = {
  id: 'inter-agency-balance',
  title: 'Balance of inter-agency fees',
  definition:
    'Fees received for placements provided to other agencies less fees paid for placements bought from them.',
  population: 'placements with or for another agency',
  unit: 'pounds',
  polarity: 'higher',
  kind: 'flow',
  decimals: 0,
  source: `${SUFFICIENCY}, aim 9`,
  certainty: 'proposed',
  requirements: ['D-ADO-15'],
  derivedFrom: ['inter-agency-fees-received', 'inter-agency-fees-paid'],
  combine: ([received, paid]) => received! - paid!,
};

/** Placements with the council's own adopters and with other agencies', bought and provided. */
export const agencyIndicators = [
  householdsPlacedWith('own-households-placed-with', 'Own households with children placed', 'own'),
  householdsPlacedWith(
    'other-agency-households-placed-with',
    'Households of other agencies with children placed',
    'other',
  ),
  nearShare,
  bought,
  provided,
  balance,
];
