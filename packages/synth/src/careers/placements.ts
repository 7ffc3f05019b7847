import { ageOn, type Day, dayOf } from '@cic/core';
import {
  distanceBetween,
  locationOf,
  postcodeOfDistrict,
  postcodeWithin,
  type Reach,
} from '../council/geography.ts';
import type { ProviderRegister } from '../council/providers.ts';
import type { Pathway } from '../national.ts';
import type { Random, Weighted } from '../random/random.ts';

/** Where a child lives: the facts of an episode that change with a move. */
export interface Placement {
  readonly type: string;
  readonly provider: string;
  readonly postcode: string;
  readonly urn: string;
  readonly location: '' | 'IN' | 'OUT';
  /** Miles; NaN where the home is unknown. */
  readonly distance: number;
}

/** What decides a placement. */
export interface Need {
  readonly on: Day;
  readonly born: Day;
  readonly pathway: Pathway;
  readonly legalStatus: string;
  readonly disabled: boolean;
  /** Position of the district in the council's list. */
  readonly district: number;
  /** '' for an unaccompanied child. */
  readonly homePostcode: string;
  /** Not the first placement of this period of care. */
  readonly settled: boolean;
}

/**
 * Supported accommodation is K3 since it has to be registered (collection year 2025) and was H5 before. Neither for
 * anybody under 16.
 */
const REGISTERED_FROM = dayOf(2024, 4, 1);
const supported = (on: Day): string => (on >= REGISTERED_FROM ? 'K3' : 'H5');

/** Placement types by need: (c) of the national sources for the mix in care, (p) for each need. */
function types({ on, born, pathway, legalStatus, disabled, settled }: Need): Weighted<string> {
  const age = ageOn(born, on);
  if (pathway === 'remand') {
    return [
      [age >= 12 ? 'R5' : 'K1', 45],
      ['K1', 12],
      ['K2', 18],
      ['U6', 25],
    ];
  }
  if (pathway === 'asylum') {
    return age >= 16
      ? [
          [supported(on), 62],
          ['U6', 36],
          ['K2', 2],
        ]
      : [
          ['U6', 92],
          ['K2', 8],
        ];
  }
  // Not with parents under an agreement for accommodation (rule 378).
  const parents = legalStatus.startsWith('C') ? (settled ? 16 : 6) : 0;
  const friends = pathway === 'guardianship' ? 70 : pathway === 'home' ? 12 : 14;
  if (pathway === 'adoption') {
    return [
      ['U6', 80],
      ['U5', 12],
      ['U3', 6],
      ['R3', age < 1 ? 3 : 0],
    ];
  }
  const staying = settled && pathway === 'until 18';
  return [
    [staying ? 'U4' : 'U6', age >= 16 ? 24 : age >= 10 ? 58 : 76],
    [staying ? 'U1' : 'U3', friends],
    ['P1', parents],
    ['K2', age >= 10 ? (settled ? 40 : 20) : age >= 7 ? 6 : 0],
    [supported(on), age >= 16 ? 40 : 0],
    ['R3', age < 2 ? 3 : 0],
    ['S1', disabled && age >= 8 ? 8 : 0],
    ['R1', disabled && age >= 8 ? 5 : 0],
    ['K1', age >= 12 ? 0.4 : 0],
    ['R2', age >= 10 ? 0.3 : 0],
  ];
}

const MOTHER_AND_BABY: Weighted<string> = [
  ['PR1', 30],
  ['PR4', 70],
];

/** Provider by type of placement; the statutory combinations (rules 527 to 531, 550). */
const PROVIDERS: Readonly<Record<string, Weighted<string>>> = {
  P1: [['PR0', 1]],
  R1: [
    ['PR4', 7],
    ['PR3', 3],
  ],
  R2: [['PR3', 1]],
  R3: MOTHER_AND_BABY,
  R5: [['PR3', 1]],
  K1: [
    ['PR2', 75],
    ['PR5', 25],
  ],
  K2: [
    ['PR1', 18],
    ['PR4', 75],
    ['PR5', 7],
  ],
  S1: [
    ['PR4', 65],
    ['PR5', 35],
  ],
  H5: [
    ['PR1', 15],
    ['PR4', 70],
    ['PR5', 15],
  ],
  U1: [['PR1', 1]],
  U2: [['PR1', 1]],
  U3: [['PR1', 1]],
};
const ADOPTION: Weighted<string> = [
  ['PR1', 60],
  ['PR2', 25],
  ['PR5', 15],
];
const FOSTERING: Weighted<string> = [
  ['PR1', 58],
  ['PR4', 35],
  ['PR5', 7],
];

/** Providers that can be asked for a type of placement. */
export const providersOf = (type: string): Weighted<string> =>
  PROVIDERS[type === 'K3' ? 'H5' : type] ?? (type.startsWith('A') ? ADOPTION : FOSTERING);

/** How far away a placement of a family is, by provider. (c): 45 % of all placements are out of the area, 22 % over 20 miles. */
const FAMILY_REACH: Readonly<Record<string, Weighted<Reach>>> = {
  PR1: [
    ['own', 74],
    ['neighbour', 22],
    ['far', 4],
  ],
  other: [
    ['own', 30],
    ['neighbour', 48],
    ['far', 22],
  ],
};

/** Foster carers and adopters: the URN is their agency's, the address their own. */
const FAMILY = /^[UA]/;

/** A place for a need, of a type that is given or else chosen, with one of the providers where they are given. */
export function placementFor(
  need: Need,
  register: ProviderRegister,
  random: Random,
  type?: string,
  providers?: readonly string[],
): Placement {
  const chosen = type ?? random.weighted(types(need));
  const usual = providersOf(chosen);
  const allowed = providers ? usual.filter(([provider]) => providers.includes(provider)) : usual;
  const provider = random.weighted(allowed.length > 0 ? allowed : usual);
  const { homePostcode, district } = need;
  let urn = '';
  let postcode: string;
  if (chosen === 'P1') postcode = homePostcode;
  else if (FAMILY.test(chosen)) {
    urn = register.fostering(provider, random);
    const reach = random.weighted(FAMILY_REACH[provider] ?? FAMILY_REACH['other']!);
    // Half of the council's own carers live in the child's district.
    postcode =
      reach === 'own' && random.chance(0.5)
        ? postcodeOfDistrict(district, random)
        : postcodeWithin(reach, random);
  } else {
    const home = register.home(chosen, provider, random);
    urn = home.urn;
    postcode = home.postcode;
  }
  return {
    type: chosen,
    provider,
    postcode:
      postcode === homePostcode && chosen !== 'P1' ? postcodeOfDistrict(district + 1, random) : postcode,
    urn,
    location: locationOf(postcode),
    distance: distanceBetween(homePostcode, postcode),
  };
}

/** A temporary place (T0 to T4): no provider, no URN. */
export function temporaryPlacement(
  type: string,
  { homePostcode, district }: Need,
  random: Random,
): Placement {
  const postcode = random.chance(0.8)
    ? postcodeOfDistrict(district, random)
    : postcodeWithin('neighbour', random);
  return {
    type,
    provider: '',
    postcode,
    urn: '',
    location: locationOf(postcode),
    distance: distanceBetween(homePostcode, postcode),
  };
}
