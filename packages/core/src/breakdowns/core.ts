import { monthsBetween } from '../dates/day.ts';
import { codeSets } from '../generated/codeSets.ts';
import { at } from '../history/column.ts';
import type { EpisodeColumns } from '../history/episodes.ts';
import { type Breakdown, bands, type Category, defineBreakdown, fromCodes } from './breakdown.ts';

const categories = (labels: Readonly<Record<string, string>>): Category[] =>
  Object.entries(labels).map(([id, label]) => ({ id, label }));

/** A category from the episode that says where a child lives, or lived when leaving: see {@link Child.latestRow}. */
const byEpisode =
  (category: (episodes: EpisodeColumns, row: number) => string | undefined): NonNullable<Breakdown['of']> =>
  (child, on) => {
    const row = child.latestRow(on);
    return row < 0 ? undefined : category(child.history.episodes, row);
  };

const age = defineBreakdown({
  id: 'age',
  title: 'Age',
  categories: (council) => council.ageBands.categories,
  of: (child, on, council) => council.ageBands.of(child.ageOn(on)),
  requirements: ['CORE-10', 'D-REF-10', 'IND-38'],
});

const singleYears = bands(Array.from({ length: 26 }, (_, year) => year));

const singleYearOfAge = defineBreakdown({
  id: 'single-year-of-age',
  title: 'Single year of age',
  categories: singleYears.categories.map(({ id }, year) => ({
    id,
    label: year === 25 ? '25 and over' : String(year),
  })),
  of: (child, on) => singleYears.of(child.ageOn(on)),
});

const ageAtEntry = defineBreakdown({
  id: 'age-at-entry',
  title: 'Age at entry to care',
  categories: (council) => council.ageBands.categories,
  of: (child, on, council) => {
    const period = child.periodsOfCare.findLast(({ start }) => start <= on);
    return period && council.ageBands.of(child.ageOn(period.start));
  },
  requirements: ['CORE-14'],
});

const SEXES: Readonly<Record<string, string>> = { M: 'M', F: 'F', U: 'U', '1': 'M', '2': 'F' };

const sex = defineBreakdown({
  id: 'sex',
  title: 'Sex',
  categories: categories({ F: 'Female', M: 'Male', U: 'Unknown' }),
  of: (child) => SEXES[child.sex],
  requirements: ['CORE-11', 'IND-38'],
});

const ethnicity = defineBreakdown({
  id: 'ethnicity',
  title: 'Ethnicity',
  categories: fromCodes(codeSets.ETHNIC),
  of: (child) => child.ethnicity || undefined,
  requirements: ['CORE-12', 'D-CHI-11', 'IND-38'],
});

const ETHNIC_GROUPS: Readonly<Record<string, string>> = {
  W: 'white',
  M: 'mixed',
  A: 'asian',
  C: 'asian',
  B: 'black',
  O: 'other',
  R: 'not-stated',
  N: 'not-stated',
};

const ethnicGroup = defineBreakdown({
  id: 'ethnic-group',
  title: 'Ethnic group',
  categories: categories({
    white: 'White',
    mixed: 'Mixed',
    asian: 'Asian',
    black: 'Black',
    other: 'Any other ethnic group',
    'not-stated': 'Not stated or not yet obtained',
  }),
  of: (child) => ETHNIC_GROUPS[child.ethnicity.charAt(0)],
  requirements: ['CORE-12'],
});

const district = defineBreakdown({
  id: 'district',
  title: 'District',
  categories: (council) => council.districts.map(({ id, name }) => ({ id, label: name })),
  of: (child) => child.district || undefined,
  area: true,
  requirements: ['D-IND-06', 'D-CHI-08'],
});

const placementType = defineBreakdown({
  id: 'placement-type',
  title: 'Placement type',
  categories: fromCodes(codeSets.PLACE),
  of: byEpisode((episodes, row) => at(episodes.placementType, row)),
  requirements: ['PLC-02', 'IND-38'],
});

const FOSTER = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'] as const;

/** Groups of placements in the Department for Education's tables; cohorts section 9. */
const PLACEMENT_GROUPS = groupsOf({
  foster: FOSTER,
  adoption: ['A3', 'A4', 'A5', 'A6'],
  parents: ['P1'],
  community: ['P2', 'P3'],
  homes: ['K1', 'K2', 'K3', 'H5'],
  'other-residential': ['R1', 'R2', 'R3', 'R5'],
  schools: ['S1'],
  other: ['T0', 'T1', 'T2', 'T3', 'T4', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14'],
});

function groupsOf(groups: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(groups).flatMap(([group, codes]) => codes.map((code) => [code, group] as const)),
  );
}

const placementGroup = defineBreakdown({
  id: 'placement-group',
  title: 'Placement',
  categories: categories({
    foster: 'Foster placements',
    adoption: 'Placed for adoption',
    parents: 'Placed with parents',
    community: 'Other placement in the community',
    homes: "Secure homes, children's homes and supported accommodation",
    'other-residential': 'Other residential settings',
    schools: 'Residential schools',
    other: 'Other placements',
  }),
  of: byEpisode((episodes, row) => PLACEMENT_GROUPS.get(at(episodes.placementType, row))),
  requirements: ['PLC-04', 'D-CHI-17'],
});

const fosterCodes: ReadonlySet<string> = new Set(FOSTER);
const RESIDENTIAL = new Set(['K2', 'R1', 'R2', 'R3', 'S1']);

/** Placement types as a council's placement tables print them, own and agency apart (D-REF-14). */
function placementMixOf(episodes: EpisodeColumns, row: number): string | undefined {
  const placementType = at(episodes.placementType, row);
  const own = at(episodes.placementProvider, row) === 'PR1';
  if (fosterCodes.has(placementType)) return own ? 'own-foster' : 'agency-foster';
  if (RESIDENTIAL.has(placementType)) return own ? 'own-residential' : 'agency-residential';
  if (placementType.startsWith('A')) return 'adoption';
  if (placementType === 'P1') return 'parents';
  if (placementType === 'K1') return 'secure';
  if (placementType === 'P2' || placementType === 'H5' || placementType === 'K3') return 'independent';
  return placementType === '' ? undefined : 'other';
}

const placementMix = defineBreakdown({
  id: 'placement-mix',
  title: 'Placement, own and agency',
  categories: categories({
    'own-foster': 'Foster placement, own',
    'agency-foster': 'Foster placement, agency',
    adoption: 'Placed for adoption',
    'own-residential': 'Residential placement, own',
    'agency-residential': 'Residential placement, agency',
    parents: 'Placed with parents',
    independent: 'Independent living and supported accommodation',
    secure: 'Secure unit',
    other: 'Other',
  }),
  of: byEpisode(placementMixOf),
  requirements: ['D-REF-14', 'D-CHI-17', 'PLC-02'],
});

const provider = defineBreakdown({
  id: 'provider',
  title: 'Provider',
  categories: categories({
    parent: 'Parent or person with parental responsibility',
    own: 'Own provision',
    'other-authority': 'Another local authority',
    'other-public': 'Another public body',
    private: 'Private agency',
    voluntary: 'Voluntary agency',
  }),
  of: byEpisode((episodes, row) => PROVIDERS[at(episodes.placementProvider, row)]),
  requirements: ['PLC-01'],
});

const PROVIDERS: Readonly<Record<string, string>> = {
  PR0: 'parent',
  PR1: 'own',
  PR2: 'other-authority',
  PR3: 'other-public',
  PR4: 'private',
  PR5: 'voluntary',
};

const legalStatus = defineBreakdown({
  id: 'legal-status',
  title: 'Legal status',
  categories: fromCodes(codeSets.LS),
  of: byEpisode((episodes, row) => at(episodes.legalStatus, row)),
  requirements: ['CORE-02'],
});

const LEGAL_STATUS_GROUPS = groupsOf({
  'interim-care-order': ['C1'],
  'care-order': ['C2'],
  'placement-order': ['D1', 'E1'],
  accommodated: ['V2'],
  protection: ['L1', 'L2', 'L3'],
  'youth-justice': ['J1', 'J2', 'J3'],
});

const legalStatusGroup = defineBreakdown({
  id: 'legal-status-group',
  title: 'Legal status',
  categories: categories({
    'interim-care-order': 'Interim care order',
    'care-order': 'Full care order',
    'placement-order': 'Placement or freeing order',
    accommodated: 'Accommodated under section 20',
    protection: 'Detained for child protection',
    'youth-justice': 'Youth justice',
  }),
  of: byEpisode((episodes, row) => LEGAL_STATUS_GROUPS.get(at(episodes.legalStatus, row))),
  requirements: ['CORE-02'],
});

const categoryOfNeed = defineBreakdown({
  id: 'category-of-need',
  title: 'Category of need',
  categories: fromCodes(codeSets.CIN),
  of: byEpisode((episodes, row) => at(episodes.categoryOfNeed, row)),
});

const reasonCeased = defineBreakdown({
  id: 'reason-ceased',
  title: 'Reason for leaving care',
  categories: fromCodes(codeSets.REC).filter(({ id }) => id !== 'X1'),
  of: byEpisode((episodes, row) => at(episodes.reasonEpisodeCeased, row) || undefined),
  requirements: ['CORE-04', 'D-CHI-04', 'D-REF-15'],
});

/** Lower edges in months of the bands of time in care; a stay of exactly three months falls in '3 to 6 months' (D-REF-11). */
const DURATIONS: readonly (Category & { readonly months: number })[] = [
  { id: '0-3m', label: 'Under 3 months', months: 0 },
  { id: '3-6m', label: '3 to 6 months', months: 3 },
  { id: '6-12m', label: '6 months to 1 year', months: 6 },
  { id: '1-3y', label: '1 to 3 years', months: 12 },
  { id: '3-5y', label: '3 to 5 years', months: 36 },
  { id: '5y+', label: '5 years and over', months: 60 },
];

const duration = defineBreakdown({
  id: 'duration',
  title: 'Time in care',
  categories: DURATIONS.map(({ id, label }) => ({ id, label })),
  of: (child, on) => {
    const period = child.periodsOfCare.findLast(({ start }) => start <= on);
    if (!period) return undefined;
    const until = Math.min(period.end, on);
    const stayed = monthsBetween(period.start, until);
    return DURATIONS.findLast(({ months }) => months <= stayed)?.id;
  },
  requirements: ['D-REF-11', 'D-CHI-05'],
});

const location = defineBreakdown({
  id: 'location',
  title: 'Inside or outside the area',
  categories: categories({ IN: 'Inside the area', OUT: 'Outside the area' }),
  of: byEpisode((episodes, row) => at(episodes.placementLocation, row) || undefined),
  requirements: ['PLC-03', 'D-LOC-04'],
});

const distance = defineBreakdown({
  id: 'distance',
  title: 'Distance from home',
  categories: categories({ '0-20': '20 miles or less', '20+': 'Over 20 miles' }),
  of: byEpisode(({ placementDistance }, row) => {
    const miles = placementDistance[row]!;
    return Number.isNaN(miles) ? undefined : miles > 20 ? '20+' : '0-20';
  }),
  requirements: ['D-LOC-03', 'D-LOC-05'],
});

const disability = defineBreakdown({
  id: 'disability',
  title: 'Disability',
  categories: categories({ yes: 'Disability recorded', no: 'No disability recorded' }),
  of: (child) => (child.disabled === undefined ? undefined : child.disabled ? 'yes' : 'no'),
  requirements: ['D-CHI-13', 'IND-38'],
});

const unaccompanied = defineBreakdown({
  id: 'unaccompanied',
  title: 'Unaccompanied asylum-seeking children',
  categories: categories({ yes: 'Unaccompanied asylum-seeking child', no: 'Other children' }),
  of: (child, on) => (child.unaccompaniedOn(on) ? 'yes' : 'no'),
  requirements: ['D-CHI-24'],
});

/** The breakdowns every council has. Facts of a placement are those of the episode on the day, or of the last one before. */
export const coreBreakdowns: readonly Breakdown[] = [
  age,
  singleYearOfAge,
  ageAtEntry,
  sex,
  ethnicity,
  ethnicGroup,
  district,
  placementType,
  placementGroup,
  placementMix,
  provider,
  legalStatus,
  legalStatusGroup,
  categoryOfNeed,
  reasonCeased,
  duration,
  location,
  distance,
  disability,
  unaccompanied,
];
