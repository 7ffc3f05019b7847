import { CARE_CEASED } from '../codes.ts';
import { rule } from '../engine/define.ts';
import { eachRow } from '../engine/each.ts';

const REASONS_FOR_NEW_EPISODE = new Set(['S', 'P', 'L', 'T', 'U', 'B']);

const rule143 = rule({
  code: '143',
  title: 'Reason for new episode is not a known code',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['RNE'] },
  means: 'The reason the episode began must be one of S, P, L, T, U and B.',
  fix: 'Choose the code for what changed that day: start of care, placement, legal status, or both.',
  check: eachRow('Episodes', ({ RNE }) => RNE !== '' && !REASONS_FOR_NEW_EPISODE.has(RNE)),
  fails: { Episodes: [{ RNE: 'X' }] },
  passes: { Episodes: [{ RNE: 'S' }] },
});

const LEGAL_STATUSES = new Set('C1 C2 D1 E1 V2 V3 V4 J1 J2 J3 L1 L2 L3'.split(' '));

const rule144 = rule({
  code: '144',
  title: 'Legal status is not a known code',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['LS'] },
  means: 'The legal status must be one of the codes of the return, such as C2 for a care order.',
  fix: 'Choose the code for the order or agreement under which the child was looked after in this episode.',
  check: eachRow('Episodes', ({ LS }) => LS !== '' && !LEGAL_STATUSES.has(LS)),
  fails: { Episodes: [{ LS: 'V1' }] },
  passes: { Episodes: [{ LS: 'V2' }] },
});

const CATEGORIES_OF_NEED = new Set('N1 N2 N3 N4 N5 N6 N7 N8'.split(' '));

const rule145 = rule({
  code: '145',
  title: 'Category of need is not a known code',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['CIN'] },
  means: 'The main reason why the child needed help must be one of N1 to N8.',
  fix: 'Choose the category that was decided when the child came into care.',
  check: eachRow('Episodes', ({ CIN }) => CIN !== '' && !CATEGORIES_OF_NEED.has(CIN)),
  fails: { Episodes: [{ CIN: 'N9' }] },
  passes: { Episodes: [{ CIN: 'N8' }] },
});

const PLACEMENT_TYPES = new Set(
  'A3 A4 A5 A6 K1 K2 K3 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z11 Z12 Z13 Z14'.split(' '),
);

const rule146 = rule({
  code: '146',
  title: 'Placement type is not a known code',
  severity: 'error',
  years: [2026],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE'] },
  means: 'The placement type must be one of the codes of this collection; P2, H5 and Z1 have been withdrawn.',
  fix: 'Choose the current code: K3 for supported accommodation, Z11 to Z14 for what used to be Z1.',
  check: eachRow('Episodes', ({ PLACE }) => PLACE !== '' && !PLACEMENT_TYPES.has(PLACE)),
  fails: { Episodes: [{ PLACE: 'Z1' }] },
  passes: { Episodes: [{ PLACE: 'Z11' }] },
});

const rule149 = rule({
  code: '149',
  title: 'Reason the episode ended is not a known code',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['REC'] },
  means:
    'The reason the episode ended must be X1 (another follows at once) or one of the codes for leaving care.',
  fix: 'Choose the code for what happened; E43 and E44 were replaced by E45 to E48, E4 by E4A and E4B.',
  check: eachRow('Episodes', ({ REC }) => REC !== '' && REC !== 'X1' && !CARE_CEASED.has(REC)),
  fails: { Episodes: [{ REC: 'E43' }] },
  passes: { Episodes: [{ REC: 'E45' }] },
});

const PROVIDERS = new Set(['PR0', 'PR1', 'PR2', 'PR3', 'PR4', 'PR5']);

/** Without T4, which 213 adds. */
const PROVIDER_NOT_APPLICABLE = new Set(['T0', 'T1', 'T2', 'T3', 'Z11', 'Z12', 'Z13', 'Z14']);

const rule178 = rule({
  code: '178',
  title: 'Placement provider is not a known code, or does not apply',
  severity: 'error',
  years: [2026],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE_PROVIDER'] },
  means:
    'The provider must be one of PR0 to PR5, and temporary (T0 to T3) and other (Z11 to Z14) placements have none.',
  fix: 'Choose the code of the provider, or clear it for a temporary or other placement.',
  check: eachRow(
    'Episodes',
    ({ PLACE, PLACE_PROVIDER }) =>
      PLACE_PROVIDER !== '' && (!PROVIDERS.has(PLACE_PROVIDER) || PROVIDER_NOT_APPLICABLE.has(PLACE)),
  ),
  fails: { Episodes: [{ PLACE: 'U4', PLACE_PROVIDER: 'PR6' }] },
  passes: { Episodes: [{ PLACE: 'U4', PLACE_PROVIDER: 'PR5' }] },
});

const NO_PROVIDER = new Set(['T0', 'T1', 'T2', 'T3', 'T4', 'Z11', 'Z12', 'Z13', 'Z14']);

const rule213 = rule({
  code: '213',
  title: 'Placement provider given for a placement type that has none',
  severity: 'error',
  years: [2026],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE_PROVIDER'] },
  means: 'Temporary placements (T0 to T4) and other placements (Z11 to Z14) are returned without a provider.',
  fix: 'Clear the provider, or correct the placement type.',
  check: eachRow('Episodes', ({ PLACE, PLACE_PROVIDER }) => PLACE_PROVIDER !== '' && NO_PROVIDER.has(PLACE)),
  fails: { Episodes: [{ PLACE: 'T4', PLACE_PROVIDER: 'PR1' }] },
  passes: { Episodes: [{ PLACE: 'T4', PLACE_PROVIDER: '' }] },
});

/** Rules about the code lists of Episodes. */
export const episodeCodeRules = [rule143, rule144, rule145, rule146, rule149, rule178, rule213];
