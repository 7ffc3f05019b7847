import type { AnyRow, Row, TableName } from '../tables.ts';
import type { CheckContext, ChildRows } from './context.ts';

type Side = TableName | `last ${TableName}`;
type RowOf<S extends Side> = S extends TableName
  ? Row<S>
  : S extends `last ${infer T extends TableName}`
    ? Row<T>
    : never;

type Pairs<L extends Side, R extends Side> = readonly (readonly [RowOf<L>, RowOf<R>])[];

/** Many rules pair the same two tables of a return: each pairing is made once. */
const made = new WeakMap<CheckContext, Map<string, Pairs<Side, Side>>>();

/** Every pair of rows of two tables that belong to the same child; children missing from either are left out. */
export function join<L extends Side, R extends Side>(context: CheckContext, left: L, right: R): Pairs<L, R> {
  const ofContext = made.get(context) ?? new Map<string, Pairs<Side, Side>>();
  made.set(context, ofContext);
  const key = `${left}, ${right}`;
  const pairs = ofContext.get(key) ?? pairUp(context.children, rowsOf(left), rowsOf(right));
  ofContext.set(key, pairs);
  return pairs as unknown as Pairs<L, R>;
}

type RowsOf = (child: ChildRows) => readonly AnyRow[];

function rowsOf(side: Side): RowsOf {
  const lastYear = side.startsWith('last ');
  const table = (lastYear ? side.slice('last '.length) : side) as TableName;
  return lastYear ? ({ last }) => last[table] : ({ now }) => now[table];
}

function pairUp(children: readonly ChildRows[], leftOf: RowsOf, rightOf: RowsOf): Pairs<Side, Side> {
  const pairs: (readonly [AnyRow, AnyRow])[] = [];
  for (const child of children) {
    const rights = rightOf(child);
    if (rights.length === 0) continue;
    for (const left of leftOf(child)) for (const right of rights) pairs.push([left, right]);
  }
  return pairs;
}
