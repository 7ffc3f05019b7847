import type { Unknown } from './model.ts';
import type { CompletePolicy } from './policy.ts';
import {
  type Cell,
  type CellRef,
  inTable,
  type Link,
  type LocalRef,
  type Problem,
  placeKey,
  placeName,
} from './publication.ts';

/** Places and which of them are one count: a union-find over cells. */
export class Places {
  private readonly index = new Map<string, number>();
  private readonly refs: CellRef[] = [];
  private readonly cells: Cell[][] = [];
  private readonly grand: boolean[] = [];
  private readonly parent: number[] = [];
  /** The count of each group, kept at its root. */
  private readonly counts: (number | undefined)[] = [];

  has(ref: CellRef): boolean {
    return this.index.has(placeKey(ref.table, ref.at));
  }

  add(ref: CellRef, cell: Cell, grandTotal: boolean): Problem | undefined {
    const key = placeKey(ref.table, ref.at);
    const n = cell.n ?? undefined;
    const known = this.index.get(key);
    if (known === undefined) {
      this.index.set(key, this.refs.length);
      this.parent.push(this.refs.length);
      this.refs.push(ref);
      this.cells.push([cell]);
      this.grand.push(grandTotal);
      this.counts.push(n);
      return undefined;
    }
    const printed = this.counts[known];
    if (printed !== undefined && n !== undefined && printed !== n)
      return {
        code: 'linked-cells-differ',
        message: `${placeName(ref)} is printed as ${printed} and as ${n}: the first is used.`,
        by: Math.abs(printed - n),
      };
    this.cells[known]!.push(cell);
    this.counts[known] ??= n;
    return undefined;
  }

  join(a: CellRef, b: CellRef): Problem | undefined {
    const [x, y] = [a, b].map((ref) => {
      const found = this.index.get(placeKey(ref.table, ref.at));
      if (found === undefined) throw new Error(`links: ${placeName(ref)} is not in the publication.`);
      return this.root(found);
    }) as [number, number];
    if (x === y) return undefined;
    const [n, m] = [this.counts[x], this.counts[y]];
    if (n !== undefined && m !== undefined && n !== m)
      return {
        code: 'linked-cells-differ',
        message: `${placeName(a)} is printed as ${n}, but ${placeName(b)}, said to be the same count, as ${m}: they are kept apart.`,
        by: Math.abs(n - m),
      };
    this.parent[Math.max(x, y)] = Math.min(x, y);
    this.counts[Math.min(x, y)] = n ?? m;
    return undefined;
  }

  unknowns(policy: CompletePolicy): { unknowns: Unknown[]; at: Map<string, number> } {
    const groups = new Map<number, number[]>();
    this.refs.forEach((_, i) => {
      const root = this.root(i);
      const members = groups.get(root);
      if (members) members.push(i);
      else groups.set(root, [i]);
    });
    const at = new Map<string, number>();
    const unknowns: Unknown[] = [];
    for (const members of groups.values()) {
      for (const i of members) at.set(placeKey(this.refs[i]!.table, this.refs[i]!.at), unknowns.length);
      const cells = members.flatMap((i) => this.cells[i]!);
      const ranges = cells
        .filter((cell) => (cell.n ?? undefined) === undefined)
        .map((cell) => cell.range ?? (cell.shown !== undefined ? policy.marks[cell.shown] : undefined))
        .filter((range) => range !== undefined);
      unknowns.push({
        name: placeName(this.refs[members[0]!]!),
        places: members.map((i) => this.refs[i]!),
        cells,
        n: this.counts[this.root(members[0]!)],
        low: Math.max(0, ...ranges.map((range) => range[0])),
        high: Math.min(
          ...ranges.map((range) => range[1] ?? Number.POSITIVE_INFINITY),
          Number.POSITIVE_INFINITY,
        ),
        grandTotal: members.some((i) => this.grand[i]),
      });
    }
    return { unknowns, at };
  }

  private root(i: number): number {
    let at = i;
    while (this.parent[at] !== at) at = this.parent[at]!;
    return at;
  }
}

/** Links as lists of references; two bare references side by side are one link. */
export function linkList(links: readonly Link[], table: string | undefined): (readonly LocalRef[])[] {
  const bare = links as readonly unknown[];
  const isRef = (value: unknown): value is LocalRef =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && 'at' in value;
  if (bare.length === 2 && bare.every(isRef)) return [bare];
  return links.map((link) => {
    const refs = refsOf(link);
    if (!Array.isArray(refs) || refs.length < 2 || !refs.every(isRef))
      throw new Error(
        `links${table ? ` of table '${table}'` : ''}: expected a list of two or more {"table": …, "at": […]}, got ${JSON.stringify(link)}.`,
      );
    return refs;
  });
}

/** The places of a link, however it is written. */
function refsOf(link: Link): readonly LocalRef[] {
  if (isList(link)) return link;
  if ('cells' in link) return link.cells;
  if ('from' in link) return [link.from, link.to];
  const { to, ...place } = link;
  return [place, to];
}

const isList = (link: Link): link is readonly LocalRef[] => Array.isArray(link);

/** Joins the places of one link; says so where two of them print different counts. */
export function joinLink(
  link: readonly LocalRef[],
  table: string | undefined,
  places: Places,
  problems: Problem[],
): void {
  const refs = link.map((ref) => {
    if (ref.table === undefined && table === undefined)
      throw new Error(`links: ${JSON.stringify(ref)} does not say which table it is in.`);
    return inTable(ref, table ?? '');
  });
  for (const ref of refs.slice(1)) {
    const problem = places.join(refs[0]!, ref);
    if (problem) problems.push(problem);
  }
}
