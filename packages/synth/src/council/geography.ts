import type { Random } from '../random/random.ts';

/** Where a postcode is: metres on the national grid, and the upper-tier authority. */
export interface Place {
  readonly easting: number;
  readonly northing: number;
  readonly authority: string;
}

/**
 * An area of the synthetic map. Real postcodes never begin with X, so these are well formed and belong to nobody:
 * `XA3 7QB` is in the council's own third district.
 */
interface Area {
  readonly letters: string;
  /** GSS code; '' stands for the council's own. */
  readonly authority: string;
  readonly easting: number;
  readonly northing: number;
}

const MILE = 1609.3;

/** The council in the middle, two neighbours and two places far away. No authority has these codes. */
const AREAS: readonly Area[] = [
  { letters: 'XA', authority: '', easting: 400_000, northing: 400_000 },
  { letters: 'XB', authority: 'E10000991', easting: 400_000 + 19 * MILE, northing: 400_000 },
  { letters: 'XC', authority: 'E10000992', easting: 400_000, northing: 400_000 - 22 * MILE },
  { letters: 'XD', authority: 'E10000993', easting: 400_000 - 45 * MILE, northing: 400_000 + 30 * MILE },
  { letters: 'XE', authority: 'E10000994', easting: 400_000 + 80 * MILE, northing: 400_000 - 70 * MILE },
];

export type Reach = 'own' | 'neighbour' | 'far';
const REACH: Readonly<Record<Reach, readonly string[]>> = {
  own: ['XA'],
  neighbour: ['XB', 'XC'],
  far: ['XD', 'XE'],
};

const INWARD_LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';
/** Units of one outward code: ten sectors of 20 x 20 letters, laid out as a square of this many on a side. */
const SIDE = 63;
/** Districts of an area stand in rows of three, each a square of this many metres. */
const DISTRICT_METRES = 6 * MILE;
const IN_A_ROW = 3;
const LAST_DISTRICT = 9;

const POSTCODE = /^(X[A-E])([1-9]) ?(\d)([A-Z])([A-Z])$/;

/** A postcode of a district (1 to 9) of an area. */
function postcodeIn(letters: string, district: number, random: Random): string {
  const unit = random.int(0, 3999);
  const pair = unit % 400;
  return `${letters}${district} ${Math.floor(unit / 400)}${INWARD_LETTERS[Math.floor(pair / 20)]}${INWARD_LETTERS[pair % 20]}`;
}

/** A postcode of the council's district at this position in its list; beyond nine districts they share. */
export const postcodeOfDistrict = (position: number, random: Random): string =>
  postcodeIn('XA', (position % LAST_DISTRICT) + 1, random);

/** A postcode somewhere within reach. */
export const postcodeWithin = (reach: Reach, random: Random): string =>
  postcodeIn(random.pick(REACH[reach]), random.int(1, LAST_DISTRICT), random);

/**
 * Where a synthetic postcode is; undefined for any other postcode. Its shape is that of a postcode directory, so that the
 * checks of the return can look placements up.
 */
export function placeOf(postcode: string, ownAuthority: string): Place | undefined {
  const match = POSTCODE.exec(postcode);
  const area = AREAS.find(({ letters }) => letters === match?.[1]);
  if (!match || !area) return undefined;
  const district = Number(match[2]) - 1;
  const first = INWARD_LETTERS.indexOf(match[4]!);
  const second = INWARD_LETTERS.indexOf(match[5]!);
  if (first < 0 || second < 0) return undefined;
  const unit = Number(match[3]) * 400 + first * 20 + second;
  const metres = DISTRICT_METRES / SIDE;
  return {
    easting: Math.round(area.easting + (district % IN_A_ROW) * DISTRICT_METRES + (unit % SIDE) * metres),
    northing: Math.round(
      area.northing + Math.floor(district / IN_A_ROW) * DISTRICT_METRES + Math.floor(unit / SIDE) * metres,
    ),
    authority: area.authority === '' ? ownAuthority : area.authority,
  };
}

const METRES_PER_KILOMETRE = 1000;
const KILOMETRES_PER_MILE = 1.6093;

/** Straight line in miles to one decimal, by the formula of the statutory return; NaN where a postcode is blank. */
export function distanceBetween(home: string, placement: string): number {
  const from = placeOf(home, '');
  const to = placeOf(placement, '');
  if (!from || !to) return Number.NaN;
  const metres = Math.hypot(from.easting - to.easting, from.northing - to.northing);
  return Math.round((metres / METRES_PER_KILOMETRE / KILOMETRES_PER_MILE) * 10) / 10;
}

/** IN or OUT of the council; '' where the postcode is blank. */
export const locationOf = (postcode: string): '' | 'IN' | 'OUT' =>
  postcode === '' ? '' : postcode.startsWith('XA') ? 'IN' : 'OUT';
