import { type Council, type Indicator, type IndicatorResult, isSum, type ReportAudience } from '@cic/core';
import {
  type CellRef,
  type LedgerEntry,
  type Link,
  type Policy,
  type Publication,
  release,
  type Table,
} from '@cic/disclosure';
import { type BookedResult, isNothing } from '../figures/book.ts';
import { together } from './components.ts';
import { releasedResult } from './read.ts';
import { addsUp, linksBetween, tableOf } from './tables.ts';
import { sumsOverTime } from './time.ts';

/** The disclosure policy of a council, as reports and figures are released by it. */
export const policyOf = ({ disclosure }: Pick<Council, 'disclosure'>): Policy => ({
  suppress: disclosure.suppress,
  symbol: disclosure.symbol,
  rules: [{ rule: 'small-base', under: disclosure.suppress.to + 1 }],
});

/** What was released before about subjects, each an indicator in a period ({@link subjectOf}): a report is held against it. */
export type LedgerReader = (subjects: readonly string[]) => Promise<readonly LedgerEntry[]>;

export interface ReleaseOptions {
  readonly council: Pick<Council, 'disclosure'>;
  readonly audience: ReportAudience;
  /** YYYY-MM-DD or a point in time. */
  readonly at: string;
  readonly ledger?: LedgerReader;
}

export interface ReleasedFigures {
  readonly results: ReadonlyMap<string, BookedResult>;
  /** What has been released by this report, for the ledger. */
  readonly entries: readonly LedgerEntry[];
  readonly primary: number;
  readonly secondary: number;
}

/** Sums of money tell of single children as soon as they are divided, and nothing says of how many. */
const isMoney = (indicator: Indicator): boolean => isSum(indicator) && indicator.unit !== 'count';

const areCounts = (table: Table): boolean =>
  table.cells.every(({ n }) => n === undefined || n === null || (Number.isInteger(n) && n >= 0));

interface Candidate {
  readonly key: string;
  readonly result: IndicatorResult;
  readonly bys: readonly (readonly string[])[];
  readonly tables: readonly Table[];
}

/** A result with the tables it would be released in; a breakdown nothing can be proved about has none. */
function candidate(key: string, result: IndicatorResult): Candidate {
  const bys = [...result.breakdowns.keys()].map((joined) => joined.split(' × '));
  const tables = [[], ...bys.filter((by) => by.length <= 2 && addsUp(result, by))].map((by) =>
    tableOf(result, by),
  );
  return { key, result, bys, tables: tables.filter(areCounts) };
}

const linksWithin = (tables: readonly Table[]): { readonly cells: readonly CellRef[] }[] =>
  tables.flatMap((table, i) => tables.slice(i + 1).flatMap((other) => linksBetween(table, other)));

/** Equal counts of one period in the same categories: a reader may know, or guess, that they are the same children. */
function sameCounts(
  candidates: readonly Candidate[],
  above: number,
): { readonly cells: readonly CellRef[] }[] {
  const places = new Map<string, CellRef[]>();
  for (const { result, tables } of candidates) {
    for (const { id, dims, cells } of tables) {
      for (const { at, n } of cells) {
        if (n === undefined || n === null || n <= above) continue;
        const key = [
          result.period.start,
          result.period.end,
          dims.join(' '),
          at.slice(0, -1).join('\n'),
          n,
        ].join('|');
        const known = places.get(key);
        if (known) known.push({ table: id, at });
        else places.set(key, [{ table: id, at }]);
      }
    }
  }
  return [...places.values()].flatMap((cells) => (cells.length > 1 ? [{ cells }] : []));
}

/** The indicator and period a table is about, by its id. */
export const subjectOf = (id: string): string => id.split(' by ')[0]!;

const earlierOf = (ledger: readonly LedgerEntry[], tables: readonly Table[]): LedgerEntry[] => {
  const about = new Set(tables.map(({ id }) => subjectOf(id)));
  return ledger.filter(({ publication }) => publication.tables.some(({ id }) => about.has(subjectOf(id))));
};

/** An entry of the ledger for each indicator and period, so that each is held against what is out about itself. */
export function perSubject(entry: LedgerEntry): ReadonlyMap<string, LedgerEntry> {
  const { tables, links = [] } = entry.publication;
  return new Map(
    [...new Set(tables.map(({ id }) => subjectOf(id)))].map((about) => {
      const own = tables.filter(({ id }) => subjectOf(id) === about);
      const ids = new Set(own.map(({ id }) => id));
      const within = links.filter(
        (link) => 'cells' in link && link.cells.every(({ table }) => table !== undefined && ids.has(table)),
      );
      return [about, { ...entry, id: about, publication: { tables: own, links: within } }];
    }),
  );
}

/**
 * Passes the figures of a report through disclosure control as one publication: what is hidden anywhere cannot be worked out
 * from anything else in it, nor from what was released before. What cannot be protected is hidden as a whole.
 */
export async function releaseFigures(
  results: ReadonlyMap<string, IndicatorResult>,
  { council, audience, at, ledger: read = async () => [] }: ReleaseOptions,
): Promise<ReleasedFigures> {
  const policy = policyOf(council);
  const booked = new Map<string, BookedResult>();
  const candidates: Candidate[] = [];
  for (const [key, result] of results) {
    if (isNothing(result)) booked.set(key, result);
    else if (isMoney(result.indicator)) booked.set(key, money(result, audience));
    else candidates.push(candidate(key, result));
  }
  const links = [
    ...candidates.flatMap(({ tables }) => linksWithin(tables)),
    ...sameCounts(candidates, council.disclosure.suppress.to),
  ];
  const relations = sumsOverTime(candidates.map(({ result, tables }) => ({ result, tables })));
  const entries: LedgerEntry[] = [];
  const released = new Map<string, Publication>();
  let [primary, secondary] = [0, 0];
  const tables = candidates.flatMap((one) => one.tables);
  const ledger = await read([...new Set(tables.map(({ id }) => subjectOf(id)))]);
  for (const { publication } of ledger)
    for (const { id } of publication.tables) released.set(id, publication);
  for (const whole of together({ tables, links, relations })) {
    const part = stillToRelease(whole, released);
    if (part.tables.length === 0) continue;
    const earlier = earlierOf(ledger, part.tables);
    const answer = await release(againstEarlier(part, earlier), policy, earlier, {
      id: part.tables[0]!.id,
      at,
      to: audience,
    });
    if (!answer.ok) continue;
    primary += answer.proof.primary;
    secondary += answer.proof.secondary;
    entries.push(...perSubject(answer.entry).values());
    for (const { id } of part.tables) released.set(id, answer.publication);
  }
  for (const { key, result, bys, tables: own } of candidates) {
    const publications = own.flatMap(
      ({ id }) => released.get(id)?.tables.filter((one) => one.id === id) ?? [],
    );
    booked.set(key, releasedResult(result, bys, { tables: publications }));
  }
  return { results: booked, entries, primary, secondary };
}

/** What is out stays as it is: only the other tables of a part are released, with what joins them. */
function stillToRelease(part: Publication, out: ReadonlyMap<string, Publication>): Publication {
  const tables = part.tables.filter(({ id }) => !out.has(id));
  const ids = new Set(tables.map(({ id }) => id));
  return {
    tables,
    links: (part.links ?? []).flatMap((link) => {
      const cells = 'cells' in link ? link.cells.filter(({ table }) => ids.has(table ?? '')) : [];
      return cells.length > 1 ? [{ cells }] : [];
    }),
    relations: (part.relations ?? []).filter(({ terms }) => terms.every(({ table }) => ids.has(table))),
  };
}

/** Tables of the same indicator and period that are out: their numbers are joined. */
function againstEarlier(part: Publication, earlier: readonly LedgerEntry[]): Publication {
  const out = earlier.flatMap(({ publication }) => publication.tables);
  const more: Link[] = part.tables.flatMap((table) =>
    out
      .filter(({ id }) => id !== table.id && subjectOf(id) === subjectOf(table.id))
      .flatMap((other) => linksBetween(table, other)),
  );
  return { ...part, links: [...(part.links ?? []), ...more] };
}

/** Sums of money are given undivided, and not to the public. */
const money = (result: IndicatorResult, audience: ReportAudience): BookedResult => ({
  ...result,
  hidden: (by) => audience === 'public' || by.length > 0,
});
