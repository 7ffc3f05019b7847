import { type Day, day, formatIsoDate } from '../dates/day.ts';
import type { CareHistory } from '../history/careHistory.ts';
import type { JsonSchema, RecordType } from '../records/recordType.ts';
import { aHistoryWith, type ChildStory } from './builders.ts';
import { randomFrom, randomStories } from './random.ts';

/** What makes records that nobody would write mean something to a plugin, so that its code is reached. */
export interface HostileOptions {
  /** Texts by name of property; any other text stays as it is in the example. */
  readonly texts?: Readonly<Record<string, readonly string[]>>;
  /** Codes and texts by name of property that are drawn more often than the others. */
  readonly often?: Readonly<Record<string, readonly string[]>>;
  /** What a record says otherwise where it is entered a second time. */
  readonly secondTime?: Readonly<Record<string, unknown>>;
  /** How many children; 25 if absent. */
  readonly children?: number;
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Years in which most days lie. */
const YEARS = [day('2011-09-01'), day('2017-09-01'), day('2018-09-01'), day('2023-09-01')];
const DAYS_OF_A_YEAR = 364;
const EVER = { from: day('2003-01-01'), days: 8500 };
const MOST_OF_A_CHILD = 14;
const MOST_OF_OTHERS = 6;

interface Draw extends HostileOptions {
  readonly random: () => number;
  /** The day near which most of a record's days lie. */
  readonly near: Day;
}

function someDay({ random, near }: Draw): Day {
  return random() < 0.85
    ? near + Math.floor(random() * 60) - 3
    : EVER.from + Math.floor(random() * EVER.days);
}

/** A whole number that the schema allows. */
function someNumber({ minimum = 0, maximum }: JsonSchema, random: () => number): number {
  const [least, most] = [minimum as number, (maximum as number | undefined) ?? (minimum as number) + 119];
  return least + Math.floor(random() * (most - least + 1));
}

/** An example with every day, number and code drawn anew: valid by its schema, and likely to make no sense. */
function scrambled(schema: JsonSchema, value: unknown, draw: Draw, name = ''): unknown {
  const { random, texts = {}, often = {} } = draw;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  if (Array.isArray(value)) return value.map((item) => scrambled(schema.items ?? {}, item, draw, name));
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).filter(([part]) => part === 'child' || random() < 0.97);
    return Object.fromEntries(
      parts.map(([part, of]) => [
        part,
        part === 'child' ? of : scrambled(schema.properties?.[part] ?? {}, of, draw, part),
      ]),
    );
  }
  const codes = often[name]?.filter((code) => schema.enum?.includes(code) ?? true) ?? [];
  if (codes.length > 0 && random() < 0.5) return pick(codes);
  if (schema.enum) return pick(schema.enum);
  if (typeof value === 'string' && ISO_DATE.test(value)) return formatIsoDate(someDay(draw));
  if (typeof value === 'string' && texts[name]) return pick(texts[name]);
  if (typeof value === 'number') return someNumber(schema, random);
  return typeof value === 'boolean' ? random() < 0.5 : value;
}

/** Records of a type that its schema accepts and nobody would write. */
function hostileRecords(
  type: RecordType,
  count: number,
  random: () => number,
  options: HostileOptions,
): object[] {
  const examples = type.schema.examples as readonly object[];
  const made = Array.from({ length: count }, () => {
    const example = examples[Math.floor(random() * examples.length)];
    const near = YEARS[Math.floor(random() * YEARS.length)]! + Math.floor(random() * DAYS_OF_A_YEAR);
    return scrambled(type.schema, example, { ...options, random, near });
  });
  const again = made
    .filter(() => random() < 0.1)
    .map((record) => {
      const said = Object.entries(options.secondTime ?? {}).filter(([name]) => name in (record as object));
      return { ...(record as object), ...Object.fromEntries(said) };
    });
  return [...made, ...again].filter((record): record is object => type.validate(record));
}

/**
 * Random children in care, with records that the schemas accept and nobody would write: any day, any code, now and then
 * the same one twice. What holds on these holds on anything. The same seed gives the same history.
 *
 * @param types record types to draw from, about a child or not; each needs an example in its schema
 */
export function hostileHistory(
  types: readonly RecordType[],
  seed: number,
  options: HostileOptions = {},
): CareHistory {
  const random = randomFrom(seed);
  const ofChildren = types.filter(({ subject }) => subject === 'child') as RecordType<{ child: string }>[];
  const others = types
    .filter(({ subject }) => subject !== 'child')
    .map((type) => ({ type, records: hostileRecords(type, MOST_OF_OTHERS, random, options) }));
  const children = randomStories(seed, options.children ?? 25).map((story) =>
    ofChildren.reduce<ChildStory>((told, type) => {
      const records = hostileRecords(type, Math.floor(random() * MOST_OF_A_CHILD), random, options);
      return told.with(type, ...(records as { child: string }[]));
    }, story),
  );
  return aHistoryWith(others, ...children);
}
