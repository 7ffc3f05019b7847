import { type Day, day, formatIsoDate, type JsonSchema, type RecordType } from '@cic/core';
import { type ChildStory, randomFrom, randomStories } from '@cic/core/testing';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** First days of the school years that the properties look at, and the days of results within them. */
const YEARS = [day('2011-09-01'), day('2017-09-01'), day('2018-09-01'), day('2023-09-01')];
const IN_A_YEAR = 364;
const EVER = { from: day('2003-01-01'), days: 8500 };

/** Texts that mean something to the plugin, by name of property; anything else keeps its example. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  subject: [
    'english',
    'english-language',
    'maths',
    'reading',
    'writing',
    'grammar-punctuation-and-spelling',
    'phonics',
    'good-level-of-development',
    'progress-8',
  ],
  grade: ['9', '5', '4', '1', 'A*', 'C', 'G', 'U', 'X', 'EXS', 'WTS', '4B', '2', '5-4', 'zz'],
  school: ['a', 'b', 'school-1'],
};

/** Codes drawn more often than the others, so that what they lead to is reached. */
const OFTEN: Readonly<Record<string, readonly string[]>> = {
  stage: ['KS4', 'KS2', 'EYFSP'],
  status: ['result'],
};

interface Draw {
  readonly random: () => number;
  /** The day the record's days lie near, most of them. */
  readonly near: Day;
}

function someDay({ random, near }: Draw): Day {
  return random() < 0.85
    ? near + Math.floor(random() * 60) - 3
    : EVER.from + Math.floor(random() * EVER.days);
}

/** An example with every day, number and code drawn anew: valid by its schema, and likely to make no sense. */
function scrambled(schema: JsonSchema, value: unknown, draw: Draw, name = ''): unknown {
  const { random } = draw;
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
  const often = OFTEN[name]?.filter((code) => schema.enum?.includes(code)) ?? [];
  if (often.length > 0 && random() < 0.5) return pick(often);
  if (schema.enum) return pick(schema.enum);
  if (typeof value === 'string' && ISO_DATE.test(value)) return formatIsoDate(someDay(draw));
  if (typeof value === 'string' && TEXTS[name]) return pick(TEXTS[name]);
  if (typeof value === 'number') return Math.floor(random() * 120);
  return typeof value === 'boolean' ? random() < 0.5 : value;
}

/** Records of a type that its schema accepts and nobody would write. */
export function hostileRecords(type: RecordType<object>, count: number, random: () => number): object[] {
  const examples = type.schema.examples as readonly object[];
  const made = Array.from({ length: count }, () => {
    const example = examples[Math.floor(random() * examples.length)];
    const year = YEARS[Math.floor(random() * YEARS.length)]!;
    return scrambled(type.schema, example, { random, near: year + Math.floor(random() * IN_A_YEAR) });
  });
  // Now and then the same is entered twice, the second time a little otherwise.
  const again = made
    .filter(() => random() < 0.1)
    .map((record) => ({ ...(record as object), ...('grade' in (record as object) ? { grade: '7' } : {}) }));
  return [...made, ...again].filter((record): record is object => type.validate(record));
}

/** Random children in care, with hostile records of every type about a child. */
export function hostileStories(
  types: readonly RecordType<object>[],
  seed: number,
  count: number,
): ChildStory[] {
  const random = randomFrom(seed);
  return randomStories(seed, count).map((story) =>
    types
      .filter(({ subject }) => subject === 'child')
      .reduce(
        (told, type) =>
          told.with(
            type as RecordType<{ child: string }>,
            ...(hostileRecords(type, Math.floor(random() * 14), random) as { child: string }[]),
          ),
        story,
      ),
  );
}
