import { type Inside, type RecordType, recordInput } from '@cic/core';
import type { PartOptions, SynthPart } from '../part.ts';
import { type Way, waysOf } from './way.ts';

/** A property, where it has a value. */
export const when = <K extends string, V>(key: K, value: V | undefined): { [Key in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [Key in K]?: V };

/** A part of one type of record, made for each way to adoption. */
export const partOfWays = <T extends object>(
  id: string,
  type: RecordType<T>,
  make: (way: Way, options: PartOptions) => Inside<T> | undefined,
): SynthPart => ({
  id,
  make: (care, _, options) => {
    const inside: Inside<T>[] = [];
    for (const way of waysOf(care, options)) {
      const made = make({ ...way, random: way.random.fork(id) }, options);
      if (made !== undefined) inside.push(made);
    }
    return [recordInput({ type, inside })];
  },
});
