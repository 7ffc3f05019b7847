import type { Weighted } from './random/random.ts';

/*
 * Proportions of England, rounded. Sources, by the letter in each comment:
 * (a) DfE, Children looked after in England including adoptions, year ending 31 March 2024 (83,630 looked after, 70 per
 *     10,000; 33,050 started: 16 % under 1, 15 % 1 to 4, 15 % 5 to 9, 26 % 10 to 15, 29 % 16 and over; reasons for
 *     placement changes);
 * (b) DfE, Stability measures 2024 (23 % with three or more placements in two years; 68 % of those looked after for two
 *     and a half years with the same carer for two);
 * (c) the same DfE release and those before it, from memory, to the nearest few per cent;
 * (p) proposed: no published figure known, chosen so that the published ones come out.
 */

/** Children who start in a year for each child looked after at its end. (a) */
export const STARTED_PER_CHILD_IN_CARE = 33_050 / 83_630;

/** Children in care per child in the population. (a) */
export const RATE = 70 / 10_000;

/** Of families and children who start, unaccompanied asylum-seeking children: about 15 % of children. (c) */
export const UNACCOMPANIED = 0.2;

/** Of children in care, in a series of short breaks besides them. (p) */
export const IN_SHORT_BREAKS = 0.025;

export const SEX: Weighted<'M' | 'F'> = [
  ['M', 53],
  ['F', 47],
]; // (c) of children who are not unaccompanied

export const SEX_OF_UNACCOMPANIED: Weighted<'M' | 'F'> = [
  ['M', 95],
  ['F', 5],
]; // (c)

/** (c), split within groups by (p) */
export const ETHNICITY: Weighted<string> = [
  ['WBRI', 70],
  ['WIRI', 0.4],
  ['WIRT', 0.4],
  ['WROM', 1],
  ['WOTH', 4],
  ['MWBC', 3.6],
  ['MWBA', 1.4],
  ['MWAS', 1.6],
  ['MOTH', 4],
  ['AIND', 0.4],
  ['APKN', 1.5],
  ['ABAN', 0.8],
  ['AOTH', 1.2],
  ['CHNE', 0.1],
  ['BCRB', 1.4],
  ['BAFR', 3.2],
  ['BOTH', 1.4],
  ['OOTH', 2],
  ['REFU', 0.3],
  ['NOBT', 0.5],
];

/** (p) */
export const ETHNICITY_OF_UNACCOMPANIED: Weighted<string> = [
  ['OOTH', 38],
  ['BAFR', 30],
  ['AOTH', 20],
  ['WOTH', 7],
  ['ABAN', 2],
  ['NOBT', 3],
];

/** Years of age of those who start, as bands: first and last age, of the eldest or only one. (a) less the unaccompanied */
export const AGE_AT_START: Weighted<readonly [from: number, to: number]> = [
  [[0, 0], 25],
  [[1, 4], 16],
  [[5, 9], 15],
  [[10, 15], 26],
  [[16, 17], 18],
];

/** (c) */
export const AGE_OF_UNACCOMPANIED: Weighted<readonly [from: number, to: number]> = [
  [[11, 13], 2],
  [[14, 15], 15],
  [[16, 17], 83],
];

/** Children who start together, brothers and sisters. (p) */
export const TOGETHER: Weighted<number> = [
  [1, 66],
  [2, 20],
  [3, 10],
  [4, 4],
];

/** How a period of care will go. */
export type Pathway =
  | 'home'
  | 'guardianship'
  | 'adoption'
  | 'adoption reversed'
  | 'until 18'
  | 'asylum'
  | 'remand'
  | 'elsewhere';

/** By the first age of the band: (p), so that reasons for ceasing, lengths and ages in care come out as in (a) and (c). */
export const PATHWAYS: readonly (readonly [fromAge: number, Weighted<Pathway>])[] = [
  [
    16,
    [
      ['home', 25],
      ['until 18', 62],
      ['remand', 8],
      ['elsewhere', 5],
    ],
  ],
  [
    10,
    [
      ['home', 48],
      ['guardianship', 6],
      ['until 18', 41],
      ['remand', 2],
      ['elsewhere', 3],
    ],
  ],
  [
    5,
    [
      ['home', 46],
      ['guardianship', 22],
      ['adoption', 1],
      ['until 18', 30],
      ['elsewhere', 1],
    ],
  ],
  [
    1,
    [
      ['home', 38],
      ['guardianship', 28],
      ['adoption', 19],
      ['adoption reversed', 2],
      ['until 18', 12],
      ['elsewhere', 1],
    ],
  ],
  [
    0,
    [
      ['home', 26],
      ['guardianship', 28],
      ['adoption', 38],
      ['adoption reversed', 2],
      ['until 18', 8],
      ['elsewhere', 1],
    ],
  ],
];

/** Of children who went home, those who come back. (p) */
export const COME_BACK = 0.17;

/** (c): 65 % abuse or neglect; the rest by (c). */
export const CATEGORY_OF_NEED: Weighted<string> = [
  ['N1', 68],
  ['N2', 2],
  ['N3', 3],
  ['N4', 8],
  ['N5', 14],
  ['N6', 1.5],
  ['N7', 0.3],
  ['N8', 3],
];

/** Reasons for a placement change other than of its status only. (a) */
export const REASON_FOR_CHANGE: Weighted<string> = [
  ['CARPL', 20_700],
  ['STAND', 670],
  ['CLOSE', 530],
  ['ALLEG', 440],
  ['APPRR', 200],
  ['CREQO', 4_190],
  ['CREQB', 5_310],
  ['CHILD', 2_030],
  ['LAREQ', 950],
  ['OTHER', 14_790],
];

/** Disabled children in care; the share grows with age of entry only a little. (p) */
export const DISABLED = 0.11;

/** Codes of disability, as in the children in need census. (p) */
export const DISABILITY: Weighted<string> = [
  ['LD', 30],
  ['AUT', 25],
  ['BEH', 18],
  ['COMM', 10],
  ['MOB', 6],
  ['CON', 4],
  ['HEAR', 2],
  ['VIS', 2],
  ['PC', 2],
  ['DDA', 1],
];
