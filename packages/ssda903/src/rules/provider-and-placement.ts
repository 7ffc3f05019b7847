import {
  ADOPTIVE_PLACEMENTS,
  FOSTER_PLACEMENTS,
  SHORT_BREAKS,
  TEMPORARY_PLACEMENTS,
  URN_PLACEHOLDER,
} from '../codes.ts';
import { rule } from '../engine/define.ts';
import { filled } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import type { Rule } from '../engine/rule.ts';

const WITHOUT_PROVIDER = new Set([...TEMPORARY_PLACEMENTS, 'Z11', 'Z12', 'Z13', 'Z14']);

const rule526 = rule({
  code: '526',
  title: 'Placement provider missing',
  severity: 'error',
  years: [2026],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  means:
    'Every episode says who provides the placement, other than temporary (T0 to T4) and other placements (Z11 to Z14).',
  fix: 'Enter PR0 to PR5, or correct the placement type.',
  check: eachRow(
    'Episodes',
    (episode) => episode.PLACE_PROVIDER === '' && !WITHOUT_PROVIDER.has(episode.PLACE),
  ),
  fails: { Episodes: [{ CHILD: '1', PLACE: 'U4' }] },
  passes: { Episodes: [{ CHILD: '1', PLACE: 'T1' }] },
});

/** Flags episodes of a provider in placements that it cannot offer. */
const cannotOffer = (provider: string, places: readonly string[]): Rule['check'] =>
  eachRow('Episodes', (episode) => episode.PLACE_PROVIDER === provider && places.includes(episode.PLACE));

const rule527 = rule({
  code: '527',
  title: 'Own authority (PR1) given for a placement it cannot provide',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  means:
    'A council does not provide placements with parents (P1), in health care (R2) or in youth custody (R5).',
  fix: 'Correct the provider (PR0 for P1, PR3 for R2 and R5 for example) or the placement type.',
  check: cannotOffer('PR1', ['P1', 'R2', 'R5']),
  fails: { Episodes: [{ CHILD: '1', PLACE_PROVIDER: 'PR1', PLACE: 'P1' }] },
  passes: { Episodes: [{ CHILD: '1', PLACE_PROVIDER: 'PR1', PLACE: 'U4' }] },
});

const rule528 = rule({
  code: '528',
  title: 'Another authority (PR2) given for a placement it cannot provide',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  means:
    'A council does not provide placements with parents (P1), in health care (R2) or in youth custody (R5).',
  fix: 'Correct the provider (PR0 for P1, PR3 for R2 and R5 for example) or the placement type.',
  check: cannotOffer('PR2', ['P1', 'R2', 'R5']),
  fails: { Episodes: [{ CHILD: '1', PLACE_PROVIDER: 'PR2', PLACE: 'R5' }] },
  passes: { Episodes: [{ CHILD: '1', PLACE_PROVIDER: 'PR2', PLACE: 'K2' }] },
});

const rule529 = rule({
  code: '529',
  title: 'Other public body (PR3) given for a placement it cannot provide',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  means:
    "A public body such as the health service does not provide adoption (A3 to A6), foster care (U1 to U6), children's homes (K1, K2) or placements with parents (P1).",
  fix: 'Correct the provider or the placement type.',
  check: cannotOffer('PR3', [...ADOPTIVE_PLACEMENTS, ...FOSTER_PLACEMENTS, 'K1', 'K2', 'P1']),
  fails: { Episodes: [{ CHILD: '1', PLACE_PROVIDER: 'PR3', PLACE: 'U4' }] },
  passes: { Episodes: [{ CHILD: '1', PLACE_PROVIDER: 'PR3', PLACE: 'R2' }] },
});

const rule530 = rule({
  code: '530',
  title: 'Private provider (PR4) given for a placement with parents',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  means: 'A child placed with parents (P1) is looked after by them, not by a private provider.',
  fix: 'Enter PR0, or correct the placement type.',
  check: cannotOffer('PR4', ['P1']),
  fails: { Episodes: [{ CHILD: '1', PLACE_PROVIDER: 'PR4', PLACE: 'P1' }] },
  passes: { Episodes: [{ CHILD: '1', PLACE_PROVIDER: 'PR4', PLACE: 'P2' }] },
});

const rule531 = rule({
  code: '531',
  title: 'Voluntary provider (PR5) given for a placement with parents',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  means: 'A child placed with parents (P1) is looked after by them, not by a voluntary provider.',
  fix: 'Enter PR0, or correct the placement type.',
  check: cannotOffer('PR5', ['P1']),
  fails: { Episodes: [{ CHILD: '1', PLACE_PROVIDER: 'PR5', PLACE: 'P1' }] },
  passes: { Episodes: [{ CHILD: '1', PLACE_PROVIDER: 'PR5', PLACE: 'P2' }] },
});

const rule550 = rule({
  code: '550',
  title: 'Parents (PR0) given as provider of another placement',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  means: 'Parents provide only the placement with themselves (P1).',
  fix: 'Enter who provides the placement (PR1 to PR5), or correct the placement type.',
  check: eachRow('Episodes', (episode) => episode.PLACE_PROVIDER === 'PR0' && episode.PLACE !== 'P1'),
  fails: { Episodes: [{ CHILD: '1', PLACE_PROVIDER: 'PR0', PLACE: 'U1' }] },
  passes: { Episodes: [{ CHILD: '1', PLACE_PROVIDER: 'PR0', PLACE: 'P1' }] },
});

const rule1008 = rule({
  code: '1008',
  title: "URN is not on Ofsted's list",
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['providers'],
  fields: { Episodes: ['URN'] },
  means:
    "A URN is that of a children's home or a social care provider on Ofsted's list, open or closed; XXXXXXX stands for one that is not known yet.",
  fix: "Look the provider up on Ofsted's list and enter its URN.",
  differsFromReference:
    'The existing tool never finds a URN that the list holds as a number. Here URNs are compared as they are written.',
  check: eachRow(
    'Episodes',
    ({ URN }, { providers }) => filled(URN) && URN !== URN_PLACEHOLDER && !providers?.has(URN),
  ),
  fails: { Episodes: [{ CHILD: '1', URN: 'SC999999' }], providers: [{ urn: 'SC000001' }] },
  passes: { Episodes: [{ CHILD: '1', URN: 'SC000001' }], providers: [{ urn: 'SC000001' }] },
});

const REASONS_FOR_CHANGE = new Set(
  'CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER'.split(' '),
);

const rule1009 = rule({
  code: '1009',
  title: 'Reason for the placement change is not a valid code',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['REASON_PLACE_CHANGE'] },
  means: 'Where a reason for the change of placement is given, it is one of the twelve codes of the return.',
  fix: 'Enter a code from the list, for example CARPL for a planned change, or clear it.',
  check: eachRow(
    'Episodes',
    (episode) => filled(episode.REASON_PLACE_CHANGE) && !REASONS_FOR_CHANGE.has(episode.REASON_PLACE_CHANGE),
  ),
  fails: { Episodes: [{ CHILD: '1', REASON_PLACE_CHANGE: 'PLANNED' }] },
  passes: { Episodes: [{ CHILD: '1', REASON_PLACE_CHANGE: 'CARPL' }] },
});

/** Placements that a council's own provision may offer outside its area. */
const OWN_PROVISION_ANYWHERE = new Set([...ADOPTIVE_PLACEMENTS, ...FOSTER_PLACEMENTS, 'K3']);

const rule1015 = rule({
  code: '1015',
  title: 'Own provision (PR1), but the placement is in another authority',
  severity: 'query',
  years: [2026],
  tables: ['Episodes'],
  needs: ['postcodes', 'authority'],
  fields: { Episodes: ['PL_LA'] },
  means:
    'Placements that a council provides itself are usually in its own area, adoption, foster care and supported accommodation apart. A blank or unknown placement postcode counts as elsewhere.',
  fix: 'Check PL_POST and the provider.',
  check: eachRow('Episodes', ({ PLACE_PROVIDER, PLACE, LS, PL_LA }, { authority }) => {
    const inCare = filled(LS) && !SHORT_BREAKS.has(LS);
    const expectedInside = filled(PLACE) && !OWN_PROVISION_ANYWHERE.has(PLACE);
    return PLACE_PROVIDER === 'PR1' && inCare && expectedInside && PL_LA !== authority;
  }),
  fails: {
    Episodes: [{ CHILD: '1', PLACE_PROVIDER: 'PR1', PLACE: 'K2', LS: 'C2', PL_POST: 'LE1 1AA' }],
    postcodes: [{ postcode: 'LE1 1AA', easting: 458_000, northing: 304_000, authority: 'E06000016' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', PLACE_PROVIDER: 'PR1', PLACE: 'K2', LS: 'C2', PL_POST: 'DE4 3AA' }],
    postcodes: [{ postcode: 'DE4 3AA', easting: 430_000, northing: 360_000, authority: 'E10000007' }],
  },
});

/** Rules about who provides a placement, whether that fits its type and place, and why it changed. */
export const providerAndPlacementRules = [
  rule526,
  rule527,
  rule528,
  rule529,
  rule530,
  rule531,
  rule550,
  rule1008,
  rule1009,
  rule1015,
];
