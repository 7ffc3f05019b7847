import { OUTSIDE_ENGLAND, URN_PLACEHOLDER, WITHOUT_URN } from '../codes.ts';
import { rule } from '../engine/define.ts';
import { eachRow } from '../engine/each.ts';

const DERBY = { postcode: 'DE11AA', easting: 435_000, northing: 336_000, authority: 'E06000015' };
const CARDIFF = { postcode: 'CF101AA', easting: 318_000, northing: 176_000, authority: 'WAL' };

const rule218 = rule({
  code: '218',
  title: 'Ofsted URN missing',
  severity: 'error',
  years: [2026],
  tables: ['Episodes'],
  needs: ['postcodes'],
  fields: { Episodes: ['URN'] },
  means:
    'An episode open at any time in the year needs the Ofsted URN of its provider, unless its placement type has none or it is outside England.',
  fix: 'Add the URN, or XXXXXXX for a foster carer or adopter without one; correct the placement type or postcode if they are wrong.',
  check: eachRow('Episodes', ({ URN, DEC, DEC_TEXT, PLACE, PL_LA }, { start }) => {
    const inYear = DEC_TEXT === '' || DEC >= start;
    return URN === '' && inYear && !WITHOUT_URN.has(PLACE) && !OUTSIDE_ENGLAND.has(PL_LA);
  }),
  fails: { Episodes: [{ PLACE: 'K2', URN: '', DEC: '01/04/2025' }], postcodes: [] },
  passes: { Episodes: [{ PLACE: 'K2', URN: '', DEC: '31/03/2025' }], postcodes: [] },
});

const rule222 = rule({
  code: '222',
  title: 'URN given for a placement type that has none',
  severity: 'error',
  years: [2026],
  tables: ['Episodes'],
  fields: { Episodes: ['URN'] },
  means:
    'Ofsted does not register this kind of placement (with parents, in custody, temporary and the like).',
  fix: 'Clear the URN, or correct the placement type.',
  check: eachRow(
    'Episodes',
    ({ PLACE, URN }) => URN !== '' && URN !== URN_PLACEHOLDER && WITHOUT_URN.has(PLACE),
  ),
  fails: { Episodes: [{ PLACE: 'P1', URN: 'SC000001' }] },
  passes: { Episodes: [{ PLACE: 'P1', URN: 'XXXXXXX' }] },
});

const rule241 = rule({
  code: '241',
  title: 'Supported accommodation is outside the authority',
  severity: 'query',
  years: [2026],
  tables: ['Episodes'],
  needs: ['postcodes', 'authority'],
  fields: { Episodes: ['URN'] },
  means:
    'The placement postcode of registered supported accommodation (K3) lies in another authority, or in none that is known.',
  fix: 'Check the placement postcode against the addresses registered under this URN.',
  check: eachRow(
    'Episodes',
    ({ PLACE, URN, PL_LA }, { authority }) =>
      PLACE === 'K3' && URN !== '' && URN !== URN_PLACEHOLDER && PL_LA !== authority,
  ),
  fails: { Episodes: [{ PLACE: 'K3', URN: '2700001', PL_POST: 'DE1 1AA' }], postcodes: [DERBY] },
  passes: {
    Episodes: [{ PLACE: 'K3', URN: '2700001', PL_POST: 'DE4 3AA' }],
    postcodes: [{ postcode: 'DE43AA', easting: 430_000, northing: 360_000, authority: 'E10000007' }],
  },
});

const WITH_PLACEHOLDER = new Set(['A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6']);

const rule242 = rule({
  code: '242',
  title: 'Placeholder instead of a URN',
  severity: 'error',
  years: [2026],
  tables: ['Episodes'],
  fields: { Episodes: ['URN'] },
  means: 'Only foster (U1 to U6) and adoptive (A3 to A6) placements may have XXXXXXX in place of a URN.',
  fix: "Give the provider's URN; leave it blank where the placement type has none.",
  check: eachRow('Episodes', ({ PLACE, URN }) => URN === URN_PLACEHOLDER && !WITH_PLACEHOLDER.has(PLACE)),
  fails: { Episodes: [{ PLACE: 'K2', URN: 'XXXXXXX' }] },
  passes: { Episodes: [{ PLACE: 'U4', URN: 'XXXXXXX' }] },
});

const rule243 = rule({
  code: '243',
  title: 'URN given for a placement outside England',
  severity: 'error',
  years: [2026],
  tables: ['Episodes'],
  needs: ['postcodes'],
  fields: { Episodes: ['URN'] },
  means: 'Ofsted registers providers in England only, but this placement lies elsewhere or is confidential.',
  fix: 'Clear the URN, or correct the placement postcode.',
  check: eachRow('Episodes', ({ PL_LA, URN }) => URN !== '' && OUTSIDE_ENGLAND.has(PL_LA)),
  fails: { Episodes: [{ PL_POST: 'CF10 1AA', URN: 'SC000001' }], postcodes: [CARDIFF] },
  passes: { Episodes: [{ PL_POST: 'CF10 1AA', URN: '' }], postcodes: [CARDIFF] },
});

/** Rules about whether an episode has a URN. What Ofsted's list says of it is checked in ofsted-list.ts. */
export const ofstedUrnRules = [rule218, rule222, rule241, rule242, rule243];
