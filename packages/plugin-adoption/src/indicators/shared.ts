import {
  type CareHistory,
  type Child,
  defineIndicator,
  holdsAny,
  type Indicator,
  type Measure,
  type MeasureContext,
  type Verdict,
} from '@cic/core';
import { adoptionDecision, adoptionOutcome } from '@cic/core/records';
import { adoptionMatch } from '../generated/records.ts';
import { type Adoption, adoptedIn } from '../journey/steps.ts';

/** Whether the history holds children at all: adoptions, orders and placements stand in every child's episodes. */
export const needsEpisodes = ({ episodes }: CareHistory): boolean => episodes.length > 0;

/** Decisions are in the return or in the plugin's records. */
export const needsDecisions = holdsAny(adoptionDecision, adoptionOutcome);
export const needsMatches = holdsAny(adoptionMatch, adoptionOutcome);

/** One child adopted in the period, with the facts of the day of the order. */
export const perAdoption =
  (
    count: (adoption: Adoption, child: Child, context: MeasureContext) => number | boolean | undefined,
  ): Measure =>
  (child, context): Verdict => {
    const adoption = adoptedIn(child, context.period);
    const counted = adoption && count(adoption, child, context);
    if (adoption === undefined || counted === undefined) return undefined;
    return { numerator: Number(counted), denominator: 1, on: adoption.on };
  };

type CountFacts = Omit<Extract<Indicator, { measure: Measure }>, 'unit' | 'decimals'>;

/** A count, neither good nor bad unless it says so. */
export const defineCount = (facts: CountFacts) => defineIndicator({ ...facts, unit: 'count' });

export const ADOPTED_IN_PERIOD = 'children adopted in the period';
export const PLAN_AT_END = 'children with a plan for adoption on the last day of the period';
export const THIS_COUNCIL = 'children the council is or was responsible for';
