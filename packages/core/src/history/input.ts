import type { Day } from '../dates/day.ts';

/** What the care history needs to know of a child; texts are statutory codes, '' where unknown. */
export interface ChildInput {
  readonly id: string;
  /** NaN where unknown. */
  readonly born: Day;
  /** M, F, U or '' */
  readonly sex: string;
  readonly ethnicity: string;
  /** Unaccompanied asylum-seeking child until this day; OPEN while still so; absent for everybody else. */
  readonly unaccompaniedUntil?: Day;
  readonly disabled?: boolean;
  /** Id of the responsible district, locality or team in the council's area register. */
  readonly district?: string;
  /** GSS code of the responsible authority where it may not be this one: such a child is no child of this council. */
  readonly responsibleAuthority?: string;
}

/** One episode of care, as in the SSDA903; texts are statutory codes, '' where blank. */
export interface EpisodeInput {
  readonly child: string;
  /** NaN where unreadable: the episode is then left out and listed. */
  readonly start: Day;
  /** The day it ceased, not included; OPEN while it lasts. */
  readonly end: Day;
  readonly legalStatus: string;
  readonly categoryOfNeed: string;
  readonly placementType: string;
  readonly placementProvider: string;
  readonly reasonNewEpisode: string;
  readonly reasonEpisodeCeased: string;
  readonly reasonPlacementChange: string;
  readonly homePostcode: string;
  readonly placementPostcode: string;
  readonly urn: string;
  /** IN or OUT of the responsible authority; '' where unknown. */
  readonly placementLocation?: string;
  /** Miles from home; absent or NaN where unknown. */
  readonly placementDistance?: number;
}

/** Something in the input that the history could not take as it stands; what was done about it is in the message. */
export interface HistoryFinding {
  readonly kind:
    | 'no-child'
    | 'child-twice'
    | 'birth-date-unknown'
    | 'other-authority'
    | 'start-unreadable'
    | 'ends-before-start'
    | 'same-start'
    | 'overlap'
    | 'record-without-child';
  readonly child: string;
  readonly message: string;
}
