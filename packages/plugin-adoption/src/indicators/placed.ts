import { defineIndicator, type Indicator, type Measure, within } from '@cic/core';
import { agencyOn } from '../journey/agency.ts';
import { journeysOf } from '../journey/journey.ts';
import { harderToPlace } from '../journey/siblings.ts';
import { decidedIn, disruptions, placedIn } from '../journey/steps.ts';
import { DERBY, SUFFICIENCY } from '../sources.ts';
import { defineCount, needsDecisions, needsEpisodes, THIS_COUNCIL } from './shared.ts';

const decided = defineCount({
  id: 'adoption-decisions',
  title: 'Children with a decision that they should be placed for adoption',
  definition:
    'Children about whom the agency decided in the period that they should be placed for adoption, each once, with the facts of the day of the decision.',
  population: THIS_COUNCIL,
  polarity: 'neutral',
  kind: 'flow',
  source: `${DERBY}, section 4.2.1`,
  certainty: 'published',
  needs: needsDecisions,
  requirements: ['ADP-01'],
  measure: (child, { period }) => {
    const decision = decidedIn(child, period);
    return decision && { numerator: 1, denominator: 1, on: decision.decided };
  },
});

const reversed = defineCount({
  id: 'adoption-decisions-reversed',
  title: 'Decisions for adoption reversed',
  definition:
    'Children for whom the agency decided in the period that they should no longer be placed for adoption.',
  population: 'children with a decision that they should be placed for adoption',
  polarity: 'lower',
  kind: 'flow',
  source: 'SSDA903 PlacedAdoption, DATE_PLACED_CEASED',
  certainty: 'published',
  needs: needsDecisions,
  measure: (child, { period }) => {
    const ceased = journeysOf(child)
      .flatMap(({ decisions }) => decisions)
      .find((decision) => within(decision.ceased, period))?.ceased;
    return ceased === undefined ? undefined : { numerator: 1, denominator: 1, on: ceased };
  },
});

const orders = defineCount({
  id: 'placement-orders',
  title: 'Placement orders made',
  definition:
    'Children for whom authority to place for adoption (a placement or freeing order) began in the period.',
  population: THIS_COUNCIL,
  polarity: 'neutral',
  kind: 'flow',
  source: SUFFICIENCY,
  certainty: 'published',
  needs: needsEpisodes,
  requirements: ['D-ADO-21'],
  measure: (child, { period }) => {
    const order = journeysOf(child)
      .flatMap((journey) => journey.orders)
      .find(({ start }) => within(start, period));
    return order && { numerator: 1, denominator: 1, on: order.start };
  },
});

const placed = defineCount({
  id: 'children-placed-for-adoption',
  title: 'Children placed for adoption in the period',
  definition:
    'Children who moved in with adopters in the period, or whose foster placement became an adoptive one; each once.',
  population: THIS_COUNCIL,
  polarity: 'higher',
  kind: 'flow',
  source: SUFFICIENCY,
  certainty: 'published',
  needs: needsEpisodes,
  requirements: ['ADP-02', 'ADP-13', 'D-ADO-10', 'D-ADO-14', 'D-ADO-19'],
  measure: (child, { period }) => {
    const found = placedIn(child, period);
    return found && { numerator: 1, denominator: 1, on: found.placement.start };
  },
});

/** Share of placements in the period, by something known of the placed child. */
const placedShare = (
  facts: {
    id: string;
    title: string;
    of: string;
    source: string;
    requirements: readonly string[];
    needs: Indicator['needs'];
  },
  counts: (child: Parameters<Measure>[0], on: number) => boolean | undefined,
) =>
  defineIndicator({
    id: facts.id,
    title: facts.title,
    definition: `Of children placed for adoption in the period, the share ${facts.of}.`,
    population: 'children placed for adoption in the period for whom it is known',
    unit: 'percent',
    polarity: 'higher',
    kind: 'flow',
    source: facts.source,
    certainty: 'proposed',
    ...(facts.needs ? { needs: facts.needs } : {}),
    requirements: facts.requirements,
    measure: (child, { period }) => {
      const start = placedIn(child, period)?.placement.start;
      const counted = start === undefined ? undefined : counts(child, start);
      return counted === undefined ? undefined : { numerator: Number(counted), denominator: 1, on: start! };
    },
  });

const disrupted = defineCount({
  id: 'adoption-disruptions',
  title: 'Adoptive placements disrupted',
  definition:
    'Placements with adopters that ended in the period before an adoption order, while the child stayed in care.',
  population: 'children placed for adoption',
  polarity: 'lower',
  kind: 'flow',
  source: 'Statutory guidance on adoption (2013): disruption',
  certainty: 'proposed',
  needs: needsEpisodes,
  measure: (child, { period }) => {
    const ended = disruptions(child).filter(({ end }) => within(end, period));
    return ended.length === 0
      ? undefined
      : { numerator: ended.length, denominator: 1, on: ended.at(-1)!.end };
  },
});

/** Decisions, orders and placements, and how they turned out. */
export const placedIndicators = [
  decided,
  reversed,
  orders,
  placed,
  placedShare(
    {
      id: 'placed-harder-to-place',
      title: 'Harder to place children placed for adoption',
      of: 'who are harder to place: aged 5 or over, part of a sibling group, disabled, from a minority ethnic background, or recorded as such',
      source: SUFFICIENCY,
      requirements: ['D-ADO-19'],
      needs: needsEpisodes,
    },
    (child, on) => harderToPlace(child, on).size > 0,
  ),
  placedShare(
    {
      id: 'placed-with-own-adopters',
      title: 'Children placed with the council’s own adopters',
      of: 'placed with adopters the council approved itself',
      source: `${DERBY}, section 7.2.3b; ${SUFFICIENCY}`,
      requirements: ['ADP-13', 'D-ADO-14'],
      needs: needsEpisodes,
    },
    (child, on) => {
      const agency = agencyOn(child, on);
      return agency === undefined ? undefined : agency === 'own';
    },
  ),
  disrupted,
];
