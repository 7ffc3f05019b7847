import { ageOn, birthday, type ChildInput, type Day, dayOf } from '@cic/core';
import type { DisabilityCode } from '@cic/core/records';
import type { Outline } from '../careers/outline.ts';
import { DISABILITY } from '../national.ts';

/** A child of a synthetic council: what a care history needs, and what the return's Header adds. */
export interface SyntheticChild extends ChildInput {
  readonly disabled: boolean;
  readonly district: string;
  /** '' for an unaccompanied child. */
  readonly homePostcode: string;
  /** Unique pupil number; given on starting school. */
  readonly upn: string;
  readonly disabilities: readonly DisabilityCode[];
  /** Date of birth of her own first child. */
  readonly firstChildBorn?: Day;
  /** Children with the same number are brothers and sisters. */
  readonly family: number;
}

/** Ids say what they are: no council numbers children so. */
export const childId = (number: number): string => `SYN${String(number).padStart(6, '0')}`;

/** A pupil number of local authority 000, which does not exist. */
const upnOf = (number: number): string => `Z000${String(1_000_000 + number).padStart(9, '0')}`;

/** Of girls who come into care at 15 or over, those who are mothers already. (p) */
const MOTHERS = 0.1;

export function syntheticChild(
  outline: Outline,
  number: number,
  districtId: string,
  homePostcode: string,
): SyntheticChild {
  const random = outline.random.fork('child');
  const { born, sex, ethnicity, disabled, unaccompanied, family, periods } = outline;
  const adult = birthday(born, 18);
  const { end } = periods.at(-1)!;
  const fifteen = birthday(born, 15);
  const { start } = periods[0]!;
  const mother = sex === 'F' && fifteen < start && random.chance(MOTHERS);
  return {
    id: childId(number),
    born,
    sex,
    ethnicity,
    // The status ends on the 18th birthday, or when the assessment of age, or the move, ends the care.
    ...(unaccompanied ? { unaccompaniedUntil: Math.min(adult, end) } : {}),
    disabled,
    district: districtId,
    homePostcode,
    upn: upnOf(number),
    disabilities: disabled ? [random.weighted(DISABILITY) as DisabilityCode] : [],
    ...(mother ? { firstChildBorn: random.dayBetween(fifteen, start - 1) } : {}),
    family,
  };
}

/**
 * The UPN column of a return: the number from the school year in which a child turns five, a reason before it. Children
 * seeking asylum have not been to a school in England (UN2).
 */
export function upnColumn(child: SyntheticChild, year: number): string {
  if (child.unaccompaniedUntil !== undefined) return 'UN2';
  const startedSchool = ageOn(child.born, dayOf(year - 1, 8, 31)) >= 4;
  return startedSchool ? child.upn : 'UN1';
}
