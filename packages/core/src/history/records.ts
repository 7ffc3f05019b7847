import type { Day } from '../dates/day.ts';
import { type Inside, type RecordType, toInside } from '../records/recordType.ts';
import type { HistoryFinding } from './input.ts';

/**
 * Records of one type, each naming its child: as they stand at the edges (dates as `YYYY-MM-DD`) or, from a reader that
 * has days already, as the history keeps them; a function is called when the records are first asked for.
 */
export type RecordInput<T extends object = object> =
  | { readonly type: RecordType<T>; readonly records: readonly T[] }
  | { readonly type: RecordType<T>; readonly inside: readonly Inside<T>[] | (() => readonly Inside<T>[]) };

/** Gives a record input its type, so that the records are checked against it. */
export const recordInput = <T extends object>(input: RecordInput<T>): RecordInput =>
  input as unknown as RecordInput;

const NONE: readonly never[] = [];

/** The records of an input as the history keeps them. */
export function insideOf(input: RecordInput): readonly object[] {
  if ('records' in input) return input.records.map((record) => toInside(input.type, record));
  return typeof input.inside === 'function' ? input.inside() : input.inside;
}

/** Sorts records of a type by the day from which they count; those without one come first. */
function sortByTime({ from }: RecordType<object>, records: object[]): void {
  if (from === undefined || records.length < 2) return;
  const when = (record: object): Day =>
    (record as Record<string, Day | undefined>)[from] ?? Number.NEGATIVE_INFINITY;
  records.sort((a, b) => when(a) - when(b) || 0);
}

interface Records {
  /** Records about a child, by position of the child. */
  readonly byChild: ReadonlyMap<number, readonly object[]>;
  /** Records about anything else. */
  readonly others: readonly object[];
  readonly findings: readonly HistoryFinding[];
}

function sorted(inputs: readonly RecordInput[], index: ReadonlyMap<string, number>): Records {
  const { type } = inputs[0]!;
  const byChild = new Map<number, object[]>();
  const others: object[] = [];
  const findings: HistoryFinding[] = [];
  for (const record of inputs.length === 1 ? insideOf(inputs[0]!) : inputs.flatMap(insideOf)) {
    if (type.subject !== 'child') {
      others.push(record);
      continue;
    }
    const id = (record as { readonly child?: string }).child ?? '';
    const child = index.get(id);
    if (child === undefined) {
      findings.push({
        kind: 'record-without-child',
        child: id,
        message: `a record of type ${type.id} belongs to no child and was left out`,
      });
      continue;
    }
    const list = byChild.get(child);
    if (list) list.push(record);
    else byChild.set(child, [record]);
  }
  for (const list of byChild.values()) sortByTime(type, list);
  sortByTime(type, others);
  return { byChild, others, findings };
}

/** The records of a history, sorted out type by type when they are first asked for. */
export interface RecordStore {
  byChild(recordType: string): ReadonlyMap<number, readonly object[]> | undefined;
  others(recordType: string): readonly object[];
  /** Records that belong to no child of the history. */
  findings(): readonly HistoryFinding[];
}

export function recordStore(inputs: readonly RecordInput[], index: ReadonlyMap<string, number>): RecordStore {
  const byType = new Map<string, RecordInput[]>();
  for (const input of inputs) {
    const of = byType.get(input.type.id);
    if (of) of.push(input);
    else byType.set(input.type.id, [input]);
  }
  const made = new Map<string, Records>();
  const records = (recordType: string): Records | undefined => {
    const of = byType.get(recordType);
    if (!of) return undefined;
    let known = made.get(recordType);
    if (!known) {
      known = sorted(of, index);
      made.set(recordType, known);
    }
    return known;
  };
  return {
    byChild: (recordType) => records(recordType)?.byChild,
    others: (recordType) => records(recordType)?.others ?? NONE,
    findings: () => [...byType.keys()].flatMap((recordType) => records(recordType)!.findings),
  };
}
