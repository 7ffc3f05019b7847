import type { CareHistory, Child, Day, Inside, RecordInput, RecordType } from '@cic/core';
import { insideOf, recordInput } from '@cic/core';
import type { SyntheticChild } from '../council/child.ts';
import type { CouncilShape } from '../council/shape.ts';
import type { Random } from '../random/random.ts';

export interface PartOptions {
  /** First day of the years wanted. Records may lie before it, where a later one follows from them. */
  readonly from: Day;
  /** Last day known: nothing lies after it. */
  readonly until: Day;
  readonly council: CouncilShape;
  /** What is known of the children besides their care, in the order of `care.children`. */
  readonly children: readonly SyntheticChild[];
  /** Records of the parts before this one, for a subject that has to agree with them (health with the return's OC2). */
  readonly made: readonly RecordInput[];
}

/**
 * One subject of a council's records: reviews, visits, a plugin's health assessments. It looks at the care of the children
 * and makes records that agree with it, and with what parts before it made; it draws from the stream it is given.
 */
export interface SynthPart {
  /** Names the stream: a part with another id draws other numbers. */
  readonly id: string;
  make(care: CareHistory, random: Random, options: PartOptions): RecordInput[];
}

/**
 * A part of one type of record that is made child by child, every child with a stream of their own. Records are written as
 * the engines see them: days as whole numbers.
 */
export const partPerChild = <T extends object>(
  id: string,
  type: RecordType<T>,
  make: (child: Child, random: Random, options: PartOptions, known: SyntheticChild) => Iterable<Inside<T>>,
): SynthPart => ({
  id,
  make: (care, random, options) => {
    const inside: Inside<T>[] = [];
    for (const child of care.children) {
      inside.push(...make(child, random.fork(child.id), options, options.children[child.index]!));
    }
    return [recordInput({ type, inside })];
  },
});

/** The records of one type that earlier parts made, by child. */
export function madeOf<T extends object>(
  made: readonly RecordInput[],
  type: { readonly id: string },
): ReadonlyMap<string, readonly Inside<T>[]> {
  const byChild = new Map<string, Inside<T>[]>();
  for (const input of made) {
    if (input.type.id !== type.id) continue;
    for (const record of insideOf(input) as readonly (Inside<T> & { child: string })[]) {
      const list = byChild.get(record.child);
      if (list) list.push(record);
      else byChild.set(record.child, [record]);
    }
  }
  return byChild;
}
