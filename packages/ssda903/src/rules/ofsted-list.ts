import { SHORT_BREAKS, URN_PLACEHOLDER, WITHOUT_URN } from '../codes.ts';
import type { CheckContext } from '../engine/context.ts';
import { rule } from '../engine/define.ts';
import { eachRow } from '../engine/each.ts';
import type { Rule } from '../engine/rule.ts';
import { postcodeKey } from '../reference/postcodes.ts';
import type { Provider } from '../reference/providers.ts';
import type { Row } from '../tables.ts';

type Entries = readonly Provider[];

/** Checks an episode that has a URN against the entries under that URN in Ofsted's lists: none, one or several. */
const againstList = (
  wrong: (episode: Row<'Episodes'>, entries: Entries, context: CheckContext) => boolean,
): Rule['check'] =>
  eachRow('Episodes', (episode, context) => {
    const { URN } = episode;
    return (
      URN !== '' && URN !== URN_PLACEHOLDER && wrong(episode, context.providers?.get(URN) ?? [], context)
    );
  });

const noneOrSome = (entries: Entries, wrong: (entry: Provider) => boolean): boolean =>
  entries.length === 0 || entries.some(wrong);

const URN_AS_TEXT =
  'The existing tool never finds a URN that the spreadsheet holds as a number; here both are compared as text.';

const rule219 = rule({
  code: '219',
  title: 'Provider is not registered for this placement type',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['providers'],
  fields: { Episodes: ['URN', 'PLACE'] },
  means:
    "Ofsted's list has no such URN, or an entry under it does not allow the placement type, which may also be blank.",
  fix: 'Correct the URN or the placement type.',
  differsFromReference:
    'The existing tool overlooks a code that follows a comma and a space; here spaces do not matter.',
  check: againstList(
    ({ PLACE }, entries) =>
      PLACE === '' || noneOrSome(entries, (entry) => !entry.placementCodes.includes(PLACE)),
  ),
  fails: {
    Episodes: [{ URN: 'SC000001', PLACE: 'K1' }],
    providers: [{ urn: 'SC000001', placementCodes: 'K2,R3' }],
  },
  passes: {
    Episodes: [{ URN: 'SC000001', PLACE: 'K2' }],
    providers: [{ urn: 'SC000001', placementCodes: 'K2,R3' }],
  },
});

const RESIDENTIAL = new Set(['K1', 'K2', 'K3', 'R3', 'S1']);

const rule221 = rule({
  code: '221',
  title: "Placement postcode is not the provider's",
  severity: 'error',
  years: [2025],
  tables: ['Episodes'],
  needs: ['providers'],
  fields: { Episodes: ['PL_POST'] },
  means:
    "In residential placements (K1, K2, K3, R3, S1) the placement postcode must be the one in Ofsted's list for this URN.",
  fix: 'Correct the placement postcode or the URN.',
  check: againstList(
    ({ LS, PLACE, PL_POST }, entries) =>
      PL_POST !== '' &&
      RESIDENTIAL.has(PLACE) &&
      !SHORT_BREAKS.has(LS) &&
      noneOrSome(entries, ({ postcode }) => postcode === '' || postcode !== postcodeKey(PL_POST)),
  ),
  fails: {
    Episodes: [{ URN: 'SC000001', PLACE: 'K2', PL_POST: 'DE1 1AB' }],
    providers: [{ urn: 'SC000001', postcode: 'DE1 1AA' }],
  },
  passes: {
    Episodes: [{ URN: 'SC000001', PLACE: 'K2', PL_POST: 'DE1 1AA' }],
    providers: [{ urn: 'SC000001', postcode: 'DE1 1AA' }],
  },
});

const rule224 = rule({
  code: '224',
  title: "Placement provider is not what Ofsted's list says",
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['providers'],
  fields: { Episodes: ['PLACE_PROVIDER'] },
  means:
    "Ofsted's list has no such URN, or an entry under it does not allow the provider code, which may also be blank.",
  fix: 'Correct the placement provider or the URN.',
  differsFromReference: URN_AS_TEXT,
  check: againstList(
    ({ PLACE_PROVIDER }, entries) =>
      PLACE_PROVIDER === '' || noneOrSome(entries, (entry) => !entry.providerCodes.includes(PLACE_PROVIDER)),
  ),
  fails: {
    Episodes: [{ URN: 'SC000001', PLACE_PROVIDER: 'PR4' }],
    providers: [{ urn: 'SC000001', providerCodes: 'PR1,PR2' }],
  },
  passes: {
    Episodes: [{ URN: 'SC000001', PLACE_PROVIDER: 'PR2' }],
    providers: [{ urn: 'SC000001', providerCodes: 'PR1,PR2' }],
  },
});

const rule227 = rule({
  code: '227',
  title: 'Placement began after the provider closed',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['providers'],
  fields: { Episodes: ['URN', 'DECOM'] },
  means: "The episode begins on or after the day on which the provider's registration ended.",
  fix: 'Correct the URN (the provider may have been registered anew) or the start date.',
  differsFromReference: URN_AS_TEXT,
  check: againstList(({ DECOM }, entries) => entries.some(({ registrationEnd }) => DECOM >= registrationEnd)),
  fails: {
    Episodes: [{ URN: 'SC000001', DECOM: '01/06/2025' }],
    providers: [{ urn: 'SC000001', registrationEnd: '01/06/2025' }],
  },
  passes: {
    Episodes: [{ URN: 'SC000001', DECOM: '31/05/2025' }],
    providers: [{ urn: 'SC000001', registrationEnd: '01/06/2025' }],
  },
});

const rule228 = rule({
  code: '228',
  title: 'Placement went on after the provider closed',
  severity: 'query',
  years: [2023],
  tables: ['Episodes'],
  needs: ['providers'],
  fields: { Episodes: ['URN', 'DEC'] },
  means:
    "The episode ends, or on 31 March was still open, after the day on which the provider's registration ended.",
  fix: 'Add the end of the episode, or correct the URN (the provider may have been registered anew).',
  differsFromReference: URN_AS_TEXT,
  check: againstList(({ DEC }, entries, { end }) => {
    const ended = Number.isNaN(DEC) ? end : DEC;
    return entries.some(({ registrationEnd }) => ended > registrationEnd);
  }),
  fails: {
    Episodes: [{ URN: 'SC000001', DEC: '02/06/2025' }],
    providers: [{ urn: 'SC000001', registrationEnd: '01/06/2025' }],
  },
  passes: {
    Episodes: [{ URN: 'SC000001', DEC: '01/06/2025' }],
    providers: [{ urn: 'SC000001', registrationEnd: '01/06/2025' }],
  },
});

const rule229 = rule({
  code: '229',
  title: 'Own or other authority as provider, but the provider lies elsewhere',
  severity: 'query',
  years: [2026],
  tables: ['Episodes'],
  needs: ['providers', 'postcodes', 'authority'],
  fields: { Episodes: ['URN', 'PLACE_PROVIDER'] },
  means:
    "PR1 is the returning authority's own provision and PR2 another authority's. The provider's postcode suggests the opposite, or is not known.",
  fix: 'Check the placement provider and the URN.',
  differsFromReference: URN_AS_TEXT,
  check: againstList(({ PLACE, PLACE_PROVIDER }, entries, context) => {
    if (PLACE === 'K3' || WITHOUT_URN.has(PLACE)) return false;
    const isOwn = ({ authority }: Provider): boolean => authority === context.authority;
    if (PLACE_PROVIDER === 'PR1') return noneOrSome(entries, (entry) => !isOwn(entry));
    return PLACE_PROVIDER === 'PR2' && entries.some(isOwn);
  }),
  fails: {
    Episodes: [{ URN: 'SC000001', PLACE: 'U4', PLACE_PROVIDER: 'PR1' }],
    providers: [{ urn: 'SC000001', postcode: 'DE1 1AA' }],
    postcodes: [{ postcode: 'DE11AA', easting: 435_000, northing: 336_000, authority: 'E06000015' }],
  },
  passes: {
    Episodes: [{ URN: 'SC000001', PLACE: 'U4', PLACE_PROVIDER: 'PR2' }],
    providers: [{ urn: 'SC000001', postcode: 'DE1 1AA' }],
    postcodes: [{ postcode: 'DE11AA', easting: 435_000, northing: 336_000, authority: 'E06000015' }],
  },
});

/** Rules about what Ofsted's lists say of the URN of an episode. */
export const ofstedListRules = [rule219, rule221, rule224, rule227, rule228, rule229];
