import type { Day } from '../dates/day.ts';
import { type Inside, type RecordType, toInside } from '../records/recordType.ts';
import type { HistoryFinding } from './input.ts';

/**
 * Records of one type, each naming its child: as they stand at the edges (dates as `YYYY-MM-DD`) or, from a reader that
 * has days already, as the history keeps them; a function is called when the records are first asked for. `byChild` is for
 * who has them sorted out already: by id of the child, in order of time.
 */
export type RecordInput<T extends object = object> =
  | { readonly type: RecordType<T>; readonly records: readonly T[] }
  | { readonly type: RecordType<T>; readonly inside: readonly Inside<T>[] | (() => readonly Inside<T>[]) }
  | { readonly type: RecordType<T>; readonly byChild: () => ReadonlyMap<string, readonly Inside<T>[]> };

/** Gives a record input its type, so that the records are checked against it. */
export const recordInput = <T extends object>(input: RecordInput<T>): RecordInput =>
  input as unknown as RecordInput;

const NONE: readonly never[] = [];

/** The records of an input as the history keeps them. */
export function insideOf(input: RecordInput): readonly object[] {
  if ('records' in input) return input.records.map((record) => toInside(input.type, record));
  if ('byChild' in input) return [...input.byChild().values()].flat();
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

const withoutChild = (type: RecordType<object>, child: string): HistoryFinding => ({
  kind: 'record-without-child',
  child,
  message: `a record of type ${type.id} belongs to no child and was left out`,
});

/** Records that came sorted out by child: only the children's places in the history are looked up. */
function placed(
  type: RecordType<object>,
  given: ReadonlyMap<string, readonly object[]>,
  index: ReadonlyMap<string, number>,
): Records {
  const byChild = new Map<number, readonly object[]>();
  const findings: HistoryFinding[] = [];
  for (const [id, list] of given) {
    const child = index.get(id);
    if (child === undefined) findings.push(...list.map(() => withoutChild(type, id)));
    else byChild.set(child, list);
  }
  return { byChild, others: NONE, findings };
}

function sorted(inputs: readonly RecordInput[], index: ReadonlyMap<string, number>): Records {
  const [first] = inputs;
  const { type } = first!;
  if (inputs.length === 1 && 'byChild' in first!) return placed(type, first.byChild(), index);
  const byChild = new Map<number, object[]>();
  const others: object[] = [];
  const findings: HistoryFinding[] = [];
  for (const record of inputs.length === 1 ? insideOf(first!) : inputs.flatMap(insideOf)) {
    if (type.subject !== 'child') {
      others.push(record);
      continue;
    }
    const id = (record as { readonly child?: string }).child ?? '';
    const child = index.get(id);
    if (child === undefined) {
      findings.push(withoutChild(type, id));
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
