import type { Row, TableName } from '../tables.ts';
import type { CheckContext, ChildRows } from './context.ts';

type Side = TableName | `last ${TableName}`;
type RowOf<S extends Side> = S extends TableName
  ? Row<S>
  : S extends `last ${infer T extends TableName}`
    ? Row<T>
    : never;

/** Every pair of rows of two tables that belong to the same child; children missing from either are left out. */
export function* join<L extends Side, R extends Side>(
  { children }: CheckContext,
  left: L,
  right: R,
): Generator<readonly [RowOf<L>, RowOf<R>]> {
  for (const child of children) {
    const rights = rowsOf(child, right);
    if (rights.length === 0) continue;
    for (const a of rowsOf(child, left)) for (const b of rights) yield [a, b];
  }
}

const rowsOf = <S extends Side>({ now, last }: ChildRows, side: S): readonly RowOf<S>[] =>
  (side.startsWith('last ')
    ? last[side.slice('last '.length) as TableName]
    : now[side as TableName]) as never;
