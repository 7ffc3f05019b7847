import { addYears, type Day, type Inside, OPEN } from '@cic/core';
import type { AdoptiveFamily } from '../generated/records.ts';

/** Who has to support an adoptive family on a day, until when, and why. */
export interface SupportDuty {
  readonly carriedBy: 'this council' | 'the placing authority' | 'the authority where the family lives';
  /** The last day of the duty as far as it is known; OPEN without end. */
  readonly until: Day;
  readonly because: string;
}

/** Whether a family lives in the council's area on a day; undefined where nobody recorded it. */
export const livesInAreaOn = ({ livesInArea = [] }: Inside<AdoptiveFamily>, on: Day): boolean | undefined =>
  livesInArea.findLast(({ start }) => start <= on)?.inArea;

/**
 * Who carries the duty to support an adoptive family. The authority that placed the child does for three years after the
 * order; from then on the one in whose area the family lives. For a family with a child the council placed that lives in
 * its area the duty has no end. Undefined before the order, and where it is not known where the family lives.
 * Source: Adoption Support Services Regulations 2005; Looked after and adopted children strategy 2012-15, section 7.2.1.
 */
export function supportDuty(family: Inside<AdoptiveFamily>, on: Day, years = 3): SupportDuty | undefined {
  const { ordered, placedByCouncil } = family;
  if (ordered === undefined || ordered > on) return undefined;
  const inArea = livesInAreaOn(family, on);
  const placingEnds = addYears(ordered, years);
  if (placedByCouncil && inArea) {
    return {
      carriedBy: 'this council',
      until: OPEN,
      because: 'placed by the council and living in its area',
    };
  }
  if (on < placingEnds) {
    return placedByCouncil
      ? {
          carriedBy: 'this council',
          until: placingEnds - 1,
          because: `placed by the council less than ${years} years ago`,
        }
      : {
          carriedBy: 'the placing authority',
          until: placingEnds - 1,
          because: `placed by another authority less than ${years} years ago`,
        };
  }
  if (inArea === undefined) return undefined;
  return inArea
    ? { carriedBy: 'this council', until: OPEN, because: 'living in the council’s area' }
    : {
        carriedBy: 'the authority where the family lives',
        until: OPEN,
        because: `living elsewhere, more than ${years} years after the order`,
      };
}

/** Whether the council looks after a child, or supports an adopted one. */
export type ParentingStatus = 'corporate parent' | 'adoption support' | 'none';

/**
 * The council's standing towards a child with a plan for adoption: corporate parent until the order, adoption support for
 * three years after it (an adoptive family's own record says more), then none.
 */
export function parentingStatus(
  { lookedAfter, adopted }: { readonly lookedAfter: boolean; readonly adopted?: Day },
  on: Day,
  years = 3,
): ParentingStatus {
  if (adopted !== undefined && adopted <= on)
    return on < addYears(adopted, years) ? 'adoption support' : 'none';
  return lookedAfter ? 'corporate parent' : 'none';
}
