import { type Day, dayOf, formatIsoDate } from '@cic/core';
import type { Provider } from '@cic/core/records';
import type { Random, Weighted } from '../random/random.ts';
import { placeOf, postcodeWithin, type Reach } from './geography.ts';

/** A home, school or other setting with an address of its own. */
interface Home {
  readonly urn: string;
  readonly postcode: string;
}

/** Whom the council places children with. */
export interface ProviderRegister {
  /** URN of a fostering or adoption agency. */
  fostering(provider: string, random: Random): string;
  /** A setting of a placement type and provider; types that have no URN give a blank one. */
  home(type: string, provider: string, random: Random): Home;
  readonly records: readonly Provider[];
}

const NAMES = [
  'Alder',
  'Birch',
  'Cedar',
  'Elm',
  'Hazel',
  'Juniper',
  'Larch',
  'Maple',
  'Rowan',
  'Willow',
] as const;

/** How many children there are in care for each setting. (p) */
const CHILDREN_PER_HOME = 25;

interface Kind {
  readonly kind: Provider['kind'];
  readonly title: string;
  /** Placement types; the last is the current code. */
  readonly types: readonly string[];
  readonly provider: string;
  readonly share: number;
  readonly reach: Weighted<Reach>;
  readonly hasUrn: boolean;
}

const OWN: Weighted<Reach> = [['own', 1]];
const BOUGHT: Weighted<Reach> = [
  ['own', 28],
  ['neighbour', 42],
  ['far', 30],
];
const FAR: Weighted<Reach> = [
  ['neighbour', 40],
  ['far', 60],
];

/**
 * Settings, with a share of all of them. The council's own stand in its own area (rule 1015), another authority's do not
 * (rule 229), and supported accommodation is bought in the area only (rule 241).
 */
const KINDS: readonly Kind[] = [
  {
    kind: 'childrens-home',
    title: 'House',
    types: ['K2'],
    provider: 'PR1',
    share: 0.12,
    reach: OWN,
    hasUrn: true,
  },
  {
    kind: 'childrens-home',
    title: 'Lodge',
    types: ['K2'],
    provider: 'PR4',
    share: 0.4,
    reach: BOUGHT,
    hasUrn: true,
  },
  {
    kind: 'childrens-home',
    title: 'Cottage',
    types: ['K2'],
    provider: 'PR5',
    share: 0.05,
    reach: BOUGHT,
    hasUrn: true,
  },
  {
    kind: 'secure-home',
    title: 'Secure Unit',
    types: ['K1'],
    provider: 'PR2',
    share: 0.02,
    reach: FAR,
    hasUrn: true,
  },
  {
    kind: 'secure-home',
    title: 'Secure Centre',
    types: ['K1'],
    provider: 'PR5',
    share: 0.01,
    reach: FAR,
    hasUrn: true,
  },
  {
    kind: 'supported-accommodation',
    title: 'Court',
    types: ['H5', 'K3'],
    provider: 'PR1',
    share: 0.06,
    reach: OWN,
    hasUrn: true,
  },
  {
    kind: 'supported-accommodation',
    title: 'Flats',
    types: ['H5', 'K3'],
    provider: 'PR4',
    share: 0.16,
    reach: OWN,
    hasUrn: true,
  },
  {
    kind: 'supported-accommodation',
    title: 'Foyer',
    types: ['H5', 'K3'],
    provider: 'PR5',
    share: 0.06,
    reach: OWN,
    hasUrn: true,
  },
  {
    kind: 'residential-school',
    title: 'School',
    types: ['S1'],
    provider: 'PR4',
    share: 0.04,
    reach: BOUGHT,
    hasUrn: true,
  },
  {
    kind: 'residential-school',
    title: 'Hall School',
    types: ['S1'],
    provider: 'PR5',
    share: 0.02,
    reach: BOUGHT,
    hasUrn: true,
  },
  {
    kind: 'other',
    title: 'Family Centre',
    types: ['R3'],
    provider: 'PR1',
    share: 0.01,
    reach: OWN,
    hasUrn: true,
  },
  {
    kind: 'other',
    title: 'Family Assessment Centre',
    types: ['R3'],
    provider: 'PR4',
    share: 0.02,
    reach: BOUGHT,
    hasUrn: true,
  },
  {
    kind: 'other',
    title: 'Residential Care Home',
    types: ['R1'],
    provider: 'PR4',
    share: 0.02,
    reach: BOUGHT,
    hasUrn: false,
  },
  {
    kind: 'other',
    title: 'Short Break House',
    types: ['R1'],
    provider: 'PR1',
    share: 0.01,
    reach: OWN,
    hasUrn: false,
  },
  {
    kind: 'health',
    title: 'Nursing Home',
    types: ['R1'],
    provider: 'PR3',
    share: 0.01,
    reach: OWN,
    hasUrn: false,
  },
  {
    kind: 'health',
    title: 'Clinic',
    types: ['R2'],
    provider: 'PR3',
    share: 0.01,
    reach: BOUGHT,
    hasUrn: false,
  },
  {
    kind: 'other',
    title: 'Young Offender Institution',
    types: ['R5'],
    provider: 'PR3',
    share: 0.01,
    reach: FAR,
    hasUrn: false,
  },
];

const AGENCIES: Weighted<string> = [
  ['PR1', 1],
  ['PR4', 9],
  ['PR5', 3],
  ['PR2', 1],
];

const OPENED = dayOf(1991, 10, 14);
/** Ofsted's own references with SC stop far below this. */
const FIRST_URN = 900_001;

/** The providers of a council of a size: agencies with a URN each, homes with a URN and an address each. */
export function providerRegister(children: number, code: string, random: Random): ProviderRegister {
  let number = FIRST_URN;
  const urn = () => `SC${number++}`;
  const records: Provider[] = [];
  const homes = new Map<string, Home[]>();
  const agencies = new Map<string, string[]>();
  const since = { start: formatIsoDate(OPENED as Day) };
  const quality = (): Provider['grade'] =>
    random.weighted([
      ['outstanding', 16],
      ['good', 64],
      ['requires-improvement', 17],
      ['inadequate', 3],
    ]);
  for (const [provider, count] of AGENCIES) {
    for (let i = 0; i < count; i++) {
      const own = provider === 'PR1';
      const one = urn();
      const postcode = postcodeWithin(own ? 'own' : random.pick(['neighbour', 'far']), random);
      agencies.set(provider, [...(agencies.get(provider) ?? []), one]);
      records.push({
        id: `fostering-${one}`,
        name: own ? 'Council Fostering Service' : `${NAMES[i % NAMES.length]!} Fostering`,
        kind: 'fostering',
        urn: one,
        provision: own ? 'own' : 'external',
        sector: provider as NonNullable<Provider['sector']>,
        authority: placeOf(postcode, code)!.authority,
        postcode,
        grade: quality()!,
      });
    }
  }
  for (const { kind, title, types, provider, share, reach, hasUrn } of KINDS) {
    const count = Math.max(1, Math.round((share * children) / CHILDREN_PER_HOME));
    for (let i = 0; i < count; i++) {
      const one = urn();
      const postcode = postcodeWithin(random.weighted(reach), random);
      for (const type of types) {
        const key = `${type}|${provider}`;
        homes.set(key, [...(homes.get(key) ?? []), { urn: hasUrn ? one : '', postcode }]);
      }
      const places = random.int(2, kind === 'residential-school' ? 20 : 6);
      records.push({
        id: `${kind}-${one}`,
        name: `${NAMES[i % NAMES.length]!} ${title}${i < NAMES.length ? '' : ` ${Math.floor(i / NAMES.length) + 1}`}`,
        kind,
        ...(hasUrn ? { urn: one } : {}),
        provision: provider === 'PR1' ? 'own' : 'external',
        sector: provider as NonNullable<Provider['sector']>,
        authority: placeOf(postcode, code)!.authority,
        postcode,
        grade: quality()!,
        capacity: [{ places, ...since, placementTypes: [types.at(-1)!] as never[] }],
      });
    }
  }
  return {
    records,
    fostering: (provider, own) => own.pick(agencies.get(provider)!),
    home: (type, provider, own) => own.pick(homes.get(`${type}|${provider}`)!),
  };
}
