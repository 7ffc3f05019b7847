import { ageOn, birthday, type Day, dayOf } from '@cic/core';
import type { Pathway } from '../national.ts';
import type { Random } from '../random/random.ts';
import type { PeriodOutline } from './outline.ts';

/** A legal status from a day on, until the next one. */
export interface LegalChange {
  readonly from: Day;
  readonly status: string;
}

/** Placement orders took the place of freeing orders in December 2005 (rule 446). Adoption and Children Act 2002. */
const PLACEMENT_ORDERS_SINCE = dayOf(2005, 12, 1);
const orderForAdoption = (on: Day): string => (on >= PLACEMENT_ORDERS_SINCE ? 'E1' : 'D1');

/** Youth remand is for ten and over (rule 358). */
const mayBeRemanded = (born: Day, on: Day): boolean => on > birthday(born, 10);

/** How likely a whole period is under an agreement with the parents (section 20, V2), by age. (p) */
function byAgreement(pathway: Pathway, age: number): number {
  if (pathway === 'home') return age >= 10 ? 0.56 : 0.34;
  if (pathway === 'elsewhere') return 0.6;
  return age >= 16 ? 0.42 : age >= 10 ? 0.13 : 0.04;
}

/** Periods with no room for protection or an agreement before the court. */
const SHORT = 90;

/**
 * The legal statuses of a period of care in order: protection for a few days or an agreement first, then an interim care
 * order while the court decides (26 weeks or more, Children Act 1989 s. 32), then a full care order, and a placement
 * order where the plan is adoption. A child who comes back comes back to an agreement or to court: the checks of the return
 * add up protection of both times (rules 361 and 362).
 */
export function legalStatusesOf(
  { start, end, pathway }: PeriodOutline,
  born: Day,
  random: Random,
  again = false,
): LegalChange[] {
  if (pathway === 'asylum') return [{ from: start, status: 'V2' }];
  if (pathway === 'remand') return [{ from: start, status: mayBeRemanded(born, start) ? 'J1' : 'V2' }];
  const planned: LegalChange[] = [];
  let at = start;
  const then = (status: string, days: number) => {
    planned.push({ from: at, status });
    at += days;
  };
  const adoption = pathway === 'adoption' || pathway === 'adoption reversed';
  if (!adoption && random.chance(byAgreement(pathway, ageOn(born, start))))
    return [{ from: start, status: 'V2' }];
  const length = end - start;
  const first = length < SHORT || again ? 1 : random.next();
  if (first < 0.1) then('L1', random.int(1, 3));
  else if (first < 0.17) then('L2', random.int(4, 8));
  else if (first < 0.45 && pathway !== 'adoption')
    then('V2', random.int(10, pathway === 'until 18' ? 240 : 60));
  const proceedings = random.int(182, 330);
  // An adoption leaves time for the placement order and the placement after it.
  then('C1', adoption ? Math.min(proceedings, Math.round(length * 0.4)) : proceedings);
  if (adoption) {
    then(orderForAdoption(at), random.int(330, 800));
    if (pathway === 'adoption reversed') then('C2', 0);
  } else if (pathway !== 'guardianship' || random.chance(0.5)) then('C2', 0);
  return planned.filter(({ from }) => from < end);
}

/** The status in force on a day. */
export const statusOn = (statuses: readonly LegalChange[], on: Day): string =>
  statuses.findLast(({ from }) => from <= on)?.status ?? '';
