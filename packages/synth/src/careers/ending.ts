import { birthday, type Day, dayOf } from '@cic/core';
import type { Random, Weighted } from '../random/random.ts';
import type { Outline, PeriodOutline } from './outline.ts';

const HOME: Weighted<string> = [
  ['E4A', 62],
  ['E4B', 25],
  ['E13', 13],
]; // (p)

const REMAND: Weighted<string> = [
  ['E14', 70],
  ['E9', 30],
]; // (p)

const ELSEWHERE: Weighted<string> = [
  ['E3', 40],
  ['E8', 48],
  ['E16', 8],
  ['E2', 4],
]; // (p)

const ASYLUM: Weighted<string> = [
  ['E3', 50],
  ['E15', 25],
  ['E8', 25],
]; // (p): passed on under the National Transfer Scheme, age assessed, missing

/** Reasons on the 18th birthday: (c), 'other' being a known weakness of the collection. */
const adult = (type: string, disabled: boolean): Weighted<string> => [
  ['E17', type.startsWith('U') ? 45 : 2],
  ['E5', 38],
  ['E6', 6],
  ['E7', disabled ? 40 : 0.5],
  ['E8', 22],
];

/** Special guardianship orders by who became the guardian. Introduced on 30 December 2005; codes E43, E44 to 2017/18. */
const GUARDIANSHIP_SINCE = dayOf(2005, 12, 30);
const GUARDIAN_CODES_SINCE = dayOf(2018, 4, 1);

/** Whether a code for guardianship was in use; every other code always is here. */
export const reasonInUse = (code: string, on: Day): boolean =>
  /^E4[34]$/.test(code)
    ? on < GUARDIAN_CODES_SINCE
    : /^E4[5-8]$/.test(code)
      ? on >= GUARDIAN_CODES_SINCE
      : true;

function guardianship(type: string, on: Day, random: Random): string {
  if (on < GUARDIANSHIP_SINCE || random.chance(0.2)) return 'E41';
  const fostered = type.startsWith('U');
  if (on < GUARDIAN_CODES_SINCE) return fostered ? 'E43' : 'E44';
  if (!fostered) return random.chance(0.9) ? 'E47' : 'E48';
  if (/^U[1-3]$/.test(type)) return 'E45';
  return random.chance(0.35) ? 'E46' : 'E47';
}

/** Why a period of care ends, given where the child lives when it does. */
export function reasonCeased(
  outline: Outline,
  period: PeriodOutline,
  lastType: string,
  random: Random,
): string {
  if (period.reason !== undefined) return period.reason;
  if (period.end >= birthday(outline.born, 18)) return random.weighted(adult(lastType, outline.disabled));
  switch (period.pathway) {
    case 'guardianship':
      return guardianship(lastType, period.end, random);
    case 'adoption':
      if (!lastType.startsWith('A')) return random.weighted(HOME);
      return random.chance(0.25) ? 'E11' : 'E12';
    case 'remand':
      return random.weighted(REMAND);
    case 'elsewhere':
      return random.weighted(ELSEWHERE);
    case 'asylum':
      return random.weighted(ASYLUM);
    case 'until 18':
      return random.chance(0.5) ? guardianship(lastType, period.end, random) : random.weighted(HOME);
    default:
      return random.weighted(HOME);
  }
}
