import {
  type Child,
  calendarDate,
  type Day,
  type Inside,
  oncePerChild,
  openOn,
  type Period,
} from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { type Enrolment, enrolment } from '../generated/records.ts';
import { remember } from './remember.ts';
import { RECEPTION, yearGroupOn } from './yearGroups.ts';

export type Place = Inside<Enrolment>;

const NOT_MAIN = new Set<string | undefined>(codeSets.SCHOOL_REGISTRATION.inGroup('other'));

/** The child's main places in order: no second rolls, none as a guest. */
export const mainPlaces = oncePerChild((child): readonly Place[] =>
  child.records(enrolment).filter(({ registration }) => !NOT_MAIN.has(registration)),
);

/** The child's place on a day: of several main ones the last begun; a second roll only where there is no other. */
export function placeOn(child: Child, on: Day): Place | undefined {
  return (
    mainPlaces(child).findLast((place) => openOn(place, on)) ??
    child.records(enrolment).findLast((place) => openOn(place, on))
  );
}

/** A change from one school to another that is not moving on with the year group. */
export interface SchoolMove {
  readonly on: Day;
  readonly from: Place;
  readonly to: Place;
  /** As recorded; 'not-known' where nobody did. */
  readonly reason: string;
  readonly outcome: string;
  /** Year group at the move. */
  readonly yearGroup: number;
}

/** Years in which a whole year group changes school in September: Reception, Year 3, Year 7, Year 12. */
const STARTS_OF_PHASES = new Set([RECEPTION, 3, 7, 12]);

/** Moving on with the year group: so recorded, or to a school in the August or September that begins such a year. */
function movesOn(child: Child, { reasonForMove, start, setting }: Place, from: Place): boolean {
  if (reasonForMove !== undefined) return reasonForMove === 'phase-transfer';
  if (codeSets.SCHOOL_KIND.group(from.setting) === 'early-years') return true;
  const { month } = calendarDate(start);
  return (
    (month === 8 || month === 9) &&
    codeSets.SCHOOL_KIND.group(setting) !== 'alternative' &&
    STARTS_OF_PHASES.has(yearGroupOn(child, start + 31))
  );
}

/** The child's changes of school, in order; moving on with the year group is none. */
export const schoolMoves = oncePerChild((child): readonly SchoolMove[] => {
  const moves: SchoolMove[] = [];
  let from: Place | undefined;
  for (const to of mainPlaces(child)) {
    if (from !== undefined && from.school !== to.school && !movesOn(child, to, from)) {
      moves.push({
        on: to.start,
        from,
        to,
        reason: to.reasonForMove ?? 'not-known',
        outcome: to.outcomeOfMove ?? 'not-known',
        yearGroup: yearGroupOn(child, to.start),
      });
    }
    from = to;
  }
  return moves;
});

/** Changes of school in a period while the child was in care. */
export const schoolMovesIn = remember((child: Child, { start, end }: Period): readonly SchoolMove[] =>
  schoolMoves(child).filter(({ on }) => on >= start && on <= end && child.isLookedAfter(on)),
);
