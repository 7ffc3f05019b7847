/** What a synthetic council is called and how it is divided. */
export interface CouncilShape {
  readonly id: string;
  readonly name: string;
  /** GSS code of the authority. */
  readonly code: string;
  /** Districts, localities or teams with the share of children they are responsible for; shares need not add up to 1. */
  readonly districts: readonly DistrictShape[];
}

export interface DistrictShape {
  readonly id: string;
  readonly name: string;
  readonly share: number;
}

/** A council that is on no map. */
export const SYNTHETIC_COUNCIL: CouncilShape = {
  id: 'synthetic',
  name: 'Synthetic Council',
  code: 'E10000999',
  districts: [
    { id: 'northmoor', name: 'Northmoor', share: 0.2 },
    { id: 'eastvale', name: 'Eastvale', share: 0.16 },
    { id: 'southwold-park', name: 'Southwold Park', share: 0.14 },
    { id: 'westbrook', name: 'Westbrook', share: 0.18 },
    { id: 'old-town', name: 'Old Town', share: 0.22 },
    { id: 'riverside', name: 'Riverside', share: 0.1 },
  ],
};
