import { SHORT_BREAKS } from '../codes.ts';
import { rule } from '../engine/define.ts';
import { eachRow } from '../engine/each.ts';
import { isKnownUasc, whyUascUnknown } from '../engine/uasc.ts';

const DERBY = { postcode: 'DE11AA', easting: 435_000, northing: 336_000, authority: 'E06000015' };

const LONGEST_DISTANCE = 999.9;

const rule164 = rule({
  code: '164',
  title: 'Distance from home is out of range',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['postcodes'],
  skipWhen: whyUascUnknown,
  fields: { Episodes: ['PL_DISTANCE'] },
  means:
    'The distance between the two postcodes must be 0 to 999.9 miles. Children known as unaccompanied asylum seekers, this year or last, are left out.',
  fix: 'Correct the home or the placement postcode.',
  check: eachRow('Episodes', ({ CHILD, PL_DISTANCE }, context) => {
    if (!(PL_DISTANCE < 0 || PL_DISTANCE > LONGEST_DISTANCE)) return false;
    const child = context.child(CHILD);
    return child === undefined || !isKnownUasc(child, context);
  }),
  fails: {
    UASC: [],
    Episodes: [{ CHILD: '1', HOME_POST: 'DE1 1AA', PL_POST: 'ZE3 9ZZ' }],
    postcodes: [DERBY, { postcode: 'ZE39ZZ', easting: 435_000, northing: 1_946_000, authority: 'SCO' }],
  },
  passes: {
    UASC: [],
    Episodes: [{ CHILD: '1', HOME_POST: 'DE1 1AA', PL_POST: 'ZE3 9ZZ' }],
    postcodes: [DERBY, { postcode: 'ZE39ZZ', easting: 435_000, northing: 1_945_000, authority: 'SCO' }],
  },
});

const rule169 = rule({
  code: '169',
  title: 'Placement authority cannot be told from the postcode',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['postcodes'],
  fields: { Episodes: ['PL_LA'] },
  means:
    'Unless the episode is a short break (V3, V4), its placement postcode must lie in a known authority or country of the UK.',
  fix: 'Add or correct the placement postcode.',
  check: eachRow('Episodes', ({ LS, PL_LA }) => PL_LA === '' && !SHORT_BREAKS.has(LS)),
  fails: { Episodes: [{ LS: 'C2', PL_POST: 'DE1 1AB' }], postcodes: [DERBY] },
  passes: { Episodes: [{ LS: 'C2', PL_POST: 'DE1 1AA' }], postcodes: [DERBY] },
});

const rule179 = rule({
  code: '179',
  title: 'Cannot tell whether the placement is inside or outside the authority',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['postcodes'],
  fields: { Episodes: ['PL_LOCATION'] },
  means:
    'Unless the episode is a short break (V3, V4), it needs a placement postcode that the postcode directory knows.',
  fix: 'Add or correct the placement postcode.',
  check: eachRow(
    'Episodes',
    ({ LS, PL_POST }, { knowsPostcode }) => !knowsPostcode(PL_POST) && !SHORT_BREAKS.has(LS),
  ),
  fails: { Episodes: [{ LS: 'C2', PL_POST: '' }], postcodes: [DERBY] },
  passes: { Episodes: [{ LS: 'V4', PL_POST: '' }], postcodes: [DERBY] },
});

const rule392c = rule({
  code: '392c',
  title: 'Postcode does not exist',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['postcodes'],
  fields: { Episodes: ['HOME_POST', 'PL_POST'] },
  means: 'The home or the placement postcode is not in the postcode directory, whatever its spaces.',
  fix: 'Correct the postcode; O and 0, I and 1 are often mistaken for each other.',
  check: eachRow(
    'Episodes',
    ({ HOME_POST, PL_POST }, { knowsPostcode }) =>
      (HOME_POST !== '' && !knowsPostcode(HOME_POST)) || (PL_POST !== '' && !knowsPostcode(PL_POST)),
  ),
  fails: { Episodes: [{ HOME_POST: 'DE1 IAA' }], postcodes: [DERBY] },
  passes: { Episodes: [{ HOME_POST: 'DE1 1AA' }], postcodes: [DERBY] },
});

const rule392d = rule({
  code: '392d',
  title: 'Placement has the postcode of the home, but is not with parents',
  severity: 'query',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['HOME_POST', 'PL_POST', 'PLACE'] },
  means: 'Both postcodes are the same, which is expected only for a child placed with a parent (P1).',
  fix: 'Check both postcodes, and the placement type.',
  check: eachRow(
    'Episodes',
    ({ HOME_POST, PL_POST, PLACE }) => HOME_POST !== '' && HOME_POST === PL_POST && PLACE !== 'P1',
  ),
  fails: { Episodes: [{ HOME_POST: 'DE1 1AA', PL_POST: 'DE1 1AA', PLACE: 'U4' }] },
  passes: { Episodes: [{ HOME_POST: 'DE1 1AA', PL_POST: 'DE1 1AA', PLACE: 'P1' }] },
});

const rule411 = rule({
  code: '411',
  title: 'Placement counted as inside the authority lies in another',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['postcodes', 'authority'],
  fields: { Episodes: ['PL_LOCATION'] },
  means:
    'A placement marked IN must lie in the returning authority. As both are worked out from the postcode, only a fault in a directory can break this.',
  fix: 'Correct the placement postcode, or report the fault in the postcode directory.',
  check: eachRow(
    'Episodes',
    ({ PL_LOCATION, PL_LA }, { authority }) => PL_LOCATION === 'IN' && PL_LA !== authority,
  ),
  fails: { Episodes: [{ PL_LOCATION: 'IN', PL_LA: 'E06000015' }], postcodes: [] },
  passes: { Episodes: [{ PL_LOCATION: 'OUT', PL_LA: 'E06000015' }], postcodes: [] },
});

const FAR = 350;

const rule454 = rule({
  code: '454',
  title: 'Placement is more than 350 miles from home',
  severity: 'query',
  years: [2026],
  tables: ['Episodes'],
  needs: ['postcodes'],
  fields: { Episodes: ['PL_DISTANCE'] },
  means: 'So great a distance between the two postcodes is possible, but rare.',
  fix: 'Check both postcodes. The finding may stand for a child who was an unaccompanied asylum seeker.',
  check: eachRow('Episodes', ({ PL_DISTANCE }) => PL_DISTANCE > FAR && PL_DISTANCE !== LONGEST_DISTANCE),
  fails: {
    Episodes: [{ HOME_POST: 'DE1 1AA', PL_POST: 'KW1 4YT' }],
    postcodes: [DERBY, { postcode: 'KW14YT', easting: 435_000, northing: 899_416, authority: 'SCO' }],
  },
  passes: {
    Episodes: [{ HOME_POST: 'DE1 1AA', PL_POST: 'KW1 4YT' }],
    postcodes: [DERBY, { postcode: 'KW14YT', easting: 435_000, northing: 899_255, authority: 'SCO' }],
  },
});

/** Rules about where a placement is and how far from home. */
export const placementLocationRules = [rule164, rule169, rule179, rule392c, rule392d, rule411, rule454];
