/** Where a postcode is. */
export interface Place {
  /** Metres on the national grid. */
  readonly easting: number;
  readonly northing: number;
  /** GSS code of the upper-tier authority; SCO, WAL or NIR outside England; '' when there is none. */
  readonly authority: string;
}

export interface PostcodeDirectory {
  /** The place of a postcode in upper case without spaces; undefined when it is not in the directory. */
  readonly find: (postcode: string) => Place | undefined;
}

const METRES_PER_KILOMETRE = 1000;
const KILOMETRES_PER_MILE = 1.6093;

/** The key of a postcode in the directory: upper case, no spaces. */
export const postcodeKey = (postcode: string): string => postcode.replaceAll(' ', '').toUpperCase();

/** Straight line between two places in miles, to one decimal. */
export function milesBetween(from: Place, to: Place): number {
  const metres = Math.hypot(from.easting - to.easting, from.northing - to.northing);
  return Math.round((metres / METRES_PER_KILOMETRE / KILOMETRES_PER_MILE) * 10) / 10;
}
