import type { CouncilShape } from '../council/shape.ts';
import {
  DISABLED,
  ETHNICITY,
  ETHNICITY_OF_UNACCOMPANIED,
  SEX,
  SEX_OF_UNACCOMPANIED,
  UNACCOMPANIED,
} from '../national.ts';
import type { Random, Weighted } from '../random/random.ts';
import type { Career, Cell, Column } from './columns.ts';
import type { Categories, Count, Counts, Marginals } from './marginals.ts';
import type { Program } from './program.ts';

/** What stays with a child for good. */
export interface Attributes {
  readonly sex: string;
  readonly ethnicity: string;
  /** Position in the council's list. */
  readonly district: number;
  readonly disabled: boolean;
  readonly unaccompanied: boolean;
}

/** A table of one attribute over the years, with how common each category is where the tables leave it open. */
interface AttributeTable {
  readonly table: string;
  readonly usual: (teenager: boolean) => Weighted<string>;
  readonly counts: (year: Marginals['years'][number]) => Counts | undefined;
}

const WEIGHT = 1;
/** What it costs to give a career a category that its like never has: a young child seeking asylum alone. */
const UNUSUAL = 20;
const TEENAGER = 12;

/** Careers that only their attributes tell apart: the same years in care, and both or neither started as teenagers. */
export const handOf = ({ start, end }: { start: number; end?: number }, ageAtStart: number): string =>
  `${start}|${end ?? ''}|${ageAtStart >= TEENAGER}`;

interface Hand {
  readonly key: string;
  readonly start: number;
  readonly end: number | undefined;
  readonly teenager: boolean;
  /** Careers of the hand that are usual for a council of the size. */
  readonly usual: number;
  readonly variables: readonly number[];
}

function handsOf(columns: readonly Column[]): Hand[] {
  const hands = new Map<string, Hand & { usual: number; variables: number[] }>();
  for (const { start, end, timing, usual, variables } of columns) {
    const key = handOf({ start, ...(end === undefined ? {} : { end }) }, timing.ageAtStart);
    let hand = hands.get(key);
    if (!hand) {
      hand = { key, start, end, teenager: timing.ageAtStart >= TEENAGER, usual: 0, variables: [] };
      hands.set(key, hand);
    }
    hand.usual += usual;
    hand.variables.push(...variables);
  }
  return [...hands.values()];
}

/** How many careers of each hand get a category of one attribute, as variables of the program. */
export interface AttributeColumn {
  readonly table: string;
  readonly hand: string;
  readonly category: string;
  readonly variables: readonly number[];
}

/**
 * Adds one attribute to the program: every hand of careers is dealt out to its categories, so that the stock of every year
 * has as many of each as its table says. Attributes do not meet: whatever one deals out within a hand, another can as well.
 */
function addAttribute(
  { table, usual, counts }: AttributeTable,
  hands: readonly Hand[],
  { years }: Marginals,
  program: Program<Cell>,
  random: Random,
): AttributeColumn[] {
  const categories = [
    ...new Set([
      ...usual(false).map(([category]) => category),
      ...usual(true).map(([category]) => category),
      ...years.flatMap((year) => Object.keys(counts(year) ?? {})),
    ]),
  ];
  if (categories.length === 0) return [];
  const columns = hands.flatMap((hand) => {
    const weights = new Map(usual(hand.teenager));
    const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    const own = categories.map((category) => {
      const expected = Math.floor(((weights.get(category) ?? 0) / all) * hand.usual + random.next());
      const variables = [program.variable(Number.POSITIVE_INFINITY, weights.has(category) ? 1 : UNUSUAL)];
      if (expected > 0) variables.push(program.variable(expected, -1));
      return { table, hand: hand.key, category, variables, from: hand };
    });
    program.balance(
      own.flatMap(({ variables }) => variables),
      hand.variables,
    );
    return own;
  });
  for (const { year, ...tables } of years) {
    for (const [category, wanted] of Object.entries(counts({ year, ...tables }) ?? {})) {
      const variables = columns
        .filter(
          (one) => one.category === category && one.from.start <= year && (one.from.end ?? year + 1) > year,
        )
        .flatMap((one) => one.variables);
      program.wish({ year, table: `stock by ${table}`, category }, variables, wanted, WEIGHT);
    }
  }
  return columns;
}

const YES = 'yes';
const NO = 'no';
const yesOrNo = (share: number): Weighted<string> => [
  [YES, share],
  [NO, 1 - share],
];
const yes = (count: Count | undefined): Counts | undefined =>
  count === undefined ? undefined : { [YES]: count };

/** Weights by category instead of by code. */
function grouped(weights: Weighted<string>, categoryOf: (code: string) => string): Weighted<string> {
  const sums = new Map<string, number>();
  for (const [code, weight] of weights) {
    const category = categoryOf(code);
    sums.set(category, (sums.get(category) ?? 0) + weight);
  }
  return [...sums];
}

/** A code of a category, as common as it is in England. */
function codeOf(category: string, categories: Categories, weights: Weighted<string>, random: Random): string {
  const codes = categories.codesOf.ethnicity(category);
  const known = weights.filter(([code]) => codes.includes(code));
  return known.length > 0 ? random.weighted(known) : codes[0]!;
}

/** Of teenagers who start, about this share seek asylum: the national share is of children of all ages. (p) */
const UNACCOMPANIED_TEENAGERS = 2 * UNACCOMPANIED;

const tablesFor = (council: CouncilShape, categories: Categories): readonly AttributeTable[] => [
  {
    table: 'unaccompanied',
    usual: (teenager) => (teenager ? yesOrNo(UNACCOMPANIED_TEENAGERS) : [[NO, 1]]),
    counts: ({ stock }) => yes(stock?.unaccompanied),
  },
  { table: 'disabled', usual: () => yesOrNo(DISABLED), counts: ({ stock }) => yes(stock?.disabled) },
  {
    table: 'sex',
    usual: (teenager) => (teenager ? SEX_OF_TEENAGERS : SEX),
    counts: ({ stock }) => stock?.sex,
  },
  {
    table: 'ethnicity',
    usual: () => grouped(ETHNICITY, categories.ethnicity),
    counts: ({ stock }) => stock?.ethnicity,
  },
  {
    table: 'district',
    usual: () => council.districts.map(({ id, share }) => [id, share] as const),
    counts: ({ stock }) => stock?.district,
  },
];

/** With those who seek asylum among them. (p) */
const SEX_OF_TEENAGERS: Weighted<string> = [
  ['M', 62],
  ['F', 38],
];

/** Adds every attribute to the program that works out the careers. */
export function addAttributes(
  columns: readonly Column[],
  marginals: Marginals,
  council: CouncilShape,
  categories: Categories,
  program: Program<Cell>,
  random: Random,
): AttributeColumn[] {
  const hands = handsOf(columns);
  return tablesFor(council, categories).flatMap((table) =>
    addAttribute(table, hands, marginals, program, random.fork(table.table)),
  );
}

/** Deals the categories of one attribute out to careers, by hand, in random order. */
function dealt(
  careers: readonly Career[],
  table: string,
  columns: readonly AttributeColumn[],
  value: (variable: number) => number,
  random: Random,
): string[] {
  const cards = new Map<string, string[]>();
  for (const column of columns) {
    if (column.table !== table) continue;
    const count = column.variables.reduce((sum, variable) => sum + value(variable), 0);
    const hand = cards.get(column.hand) ?? [];
    hand.push(...new Array<string>(count).fill(column.category));
    cards.set(column.hand, hand);
  }
  for (const [hand, own] of cards) cards.set(hand, random.shuffled(own));
  return careers.map((career) => cards.get(handOf(career, career.ageAtStart))?.pop() ?? '');
}

/** Sex, ethnicity, district, disability and asylum of every career, as the program has them. */
export function attributesOf(
  careers: readonly Career[],
  columns: readonly AttributeColumn[],
  value: (variable: number) => number,
  { years }: Marginals,
  council: CouncilShape,
  categories: Categories,
  random: Random,
): Attributes[] {
  const of = (table: string): string[] => dealt(careers, table, columns, value, random.fork(table));
  const unaccompanied = of('unaccompanied');
  const disabled = of('disabled');
  const sex = of('sex');
  const ethnicity = of('ethnicity');
  const district = of('district');
  const sexIsGiven = years.some(({ stock }) => stock?.sex);
  const ethnicityIsGiven = years.some(({ stock }) => stock?.ethnicity);
  const own = random.fork('codes');
  return careers.map((_, i) => {
    const asylum = unaccompanied[i] === YES;
    return {
      unaccompanied: asylum,
      disabled: disabled[i] === YES,
      sex: asylum && !sexIsGiven ? own.weighted(SEX_OF_UNACCOMPANIED) : sex[i]!,
      ethnicity:
        asylum && !ethnicityIsGiven
          ? own.weighted(ETHNICITY_OF_UNACCOMPANIED)
          : codeOf(ethnicity[i]!, categories, ETHNICITY, own),
      district: Math.max(
        0,
        council.districts.findIndex(({ id }) => id === district[i]),
      ),
    };
  });
}
