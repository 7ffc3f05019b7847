import { addMonths, dayOf, formatIsoDate, type JsonSchema, type RecordType } from '@cic/core';
import { type ChildStory, randomFrom, randomStories } from '@cic/core/testing';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** An example with every day, number and code drawn anew: valid by its schema, and likely to make no sense. */
function scrambled(schema: JsonSchema, value: unknown, random: () => number): unknown {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  if (Array.isArray(value)) return value.map((item) => scrambled(schema.items ?? {}, item, random));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, of]) => [
        name,
        name === 'child' ? of : scrambled(schema.properties?.[name] ?? {}, of, random),
      ]),
    );
  }
  if (schema.enum) return pick(schema.enum);
  if (typeof value === 'string' && ISO_DATE.test(value)) {
    return formatIsoDate(
      addMonths(dayOf(2004, 1, 1), Math.floor(random() * 270)) + Math.floor(random() * 28),
    );
  }
  if (typeof value === 'number') return Math.floor(random() * 120);
  return typeof value === 'boolean' ? random() < 0.5 : value;
}

/** Records of a type that its schema accepts and nobody would write. */
export function hostileRecords(type: RecordType<object>, count: number, random: () => number): object[] {
  const examples = type.schema.examples as readonly object[];
  return Array.from({ length: count }, (_, i) =>
    scrambled(type.schema, examples[i % examples.length], random),
  ).filter((record): record is object => type.validate(record));
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
            ...(hostileRecords(type, Math.floor(random() * 5), random) as { child: string }[]),
          ),
        story,
      ),
  );
}
