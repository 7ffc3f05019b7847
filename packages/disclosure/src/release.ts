import { completePolicy, type Policy } from './policy.ts';
import { type Proof, protect } from './protect/protect.ts';
import type { Publication, Table } from './publication.ts';

/** One entry of the ledger: what went out, when, to whom, under which policy; as printed, so without hidden counts. */
export interface LedgerEntry {
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly at: string;
  readonly to: string;
  readonly policy: Policy;
  readonly publication: Publication;
}

export type Ledger = readonly LedgerEntry[];

declare const released: unique symbol;

/** A publication that has passed the door. Only `release` makes one; scorecards, reports and public routes take nothing else. */
export type Released = Publication & { readonly [released]: true };

const passed = new WeakSet<object>();

/** Whether this very object came out of `release`: what a route asks before it sends numbers out. */
export const isReleased = (publication: object): publication is Released => passed.has(publication);

export type ReleaseResult =
  | { readonly ok: true; readonly publication: Released; readonly entry: LedgerEntry; readonly proof: Proof }
  | { readonly ok: false; readonly reasons: readonly string[]; readonly proof: Proof };

export interface ReleaseDetails {
  readonly id: string;
  readonly at: string;
  readonly to: string;
}

/**
 * The one door through which numbers leave: protects the publication given everything released before, or refuses with
 * the reasons. What an earlier release printed stays printed and is held against the new one: a count hidden then must
 * not follow from the two together. Keep `entry` in the ledger for the next.
 */
export async function release(
  publication: Publication,
  policy: Policy,
  ledger: Ledger,
  details: ReleaseDetails,
): Promise<ReleaseResult> {
  completePolicy(policy);
  const earlier = ledger.flatMap((entry) => entry.publication.tables.map((table) => ({ table, entry })));
  const joined: Publication = {
    ...publication,
    tables: [...publication.tables, ...earlier.map(({ table }) => withoutDetail(table))],
    links: [...(publication.links ?? []), ...ledger.flatMap((entry) => entry.publication.links ?? [])],
    relations: [
      ...(publication.relations ?? []),
      ...ledger.flatMap((entry) => entry.publication.relations ?? []),
    ],
  };
  const published = earlier.flatMap(({ table }) =>
    table.cells
      .filter(
        (cell) =>
          cell.status !== 'primary' && cell.status !== 'secondary' && cell.status !== 'not-applicable',
      )
      .map((cell) => ({ table: table.id, at: cell.at })),
  );
  const marks = Object.assign({}, ...ledger.map((entry) => entry.policy.marks ?? {}), policy.marks ?? {});
  const { proof, ...out } = await protect(joined, { ...policy, marks }, { published });
  if (!proof.ok) return { ok: false, reasons: proof.unprotected, proof };
  const { policy: _policy, ...rest } = out;
  const mine: Publication = {
    ...rest,
    tables: out.tables.slice(0, publication.tables.length),
    links: publication.links ?? [],
    relations: publication.relations ?? [],
  };
  passed.add(mine);
  return { ok: true, publication: mine as Released, entry: { ...details, policy, publication: mine }, proof };
}

/** An earlier table as evidence: its totals and links hold, its statuses are history. */
const withoutDetail = (table: Table): Table => ({
  ...table,
  cells: table.cells.map(({ status, ...cell }) => (status === 'not-applicable' ? { ...cell, status } : cell)),
});
