import { milesBetween, type PostcodeDirectory, postcodeKey } from '../reference/postcodes.ts';
import type { ProviderList } from '../reference/providers.ts';
import { type Return, type Row, TABLE_NAMES, type TableName } from '../tables.ts';
import { gatherChildren } from './children.ts';
import { type CheckContext, type ChildRows, collectionDates, type Tables } from './context.ts';

/** A return and everything that is needed to check it. */
export interface ReturnToCheck {
  /** Collection year: 2026 is the year to 31 March 2026. */
  readonly year: number;
  /** GSS code of the returning authority (upper tier), e.g. E10000007. */
  readonly authority?: string;
  readonly now: Return;
  /** Last year's return. */
  readonly last?: Return;
  readonly providers?: ProviderList;
  readonly postcodes?: PostcodeDirectory;
}

const NO_RETURN: Return = { format: 'csv', tables: {} };

/** Everything a rule may look at, built once. */
export function buildContext(input: ReturnToCheck): CheckContext {
  const { year, now, last = NO_RETURN, authority = '', providers, postcodes } = input;
  const { start, end } = collectionDates(year);
  const tables = deriveColumns(now, authority, postcodes);
  const lastTables = deriveColumns(last, authority, postcodes);
  const given = new Set<TableName | `last ${TableName}`>();
  for (const table of TABLE_NAMES) {
    if (now.tables[table]) given.add(table);
    if (last.tables[table]) given.add(`last ${table}`);
  }
  const { children, byId } = gatherChildren(tables, lastTables, start, end);
  return {
    ...tables,
    year,
    start,
    end,
    format: now.format,
    given,
    last: lastTables,
    children,
    child: (id): ChildRows | undefined => byId.get(id),
    authority,
    providers,
    hasPostcodes: postcodes !== undefined,
    knowsPostcode: (postcode): boolean => postcodes?.find(postcodeKey(postcode)) !== undefined,
  };
}

function deriveColumns(source: Return, authority: string, postcodes: PostcodeDirectory | undefined): Tables {
  const rows = Object.fromEntries(
    TABLE_NAMES.map((table) => [table, source.tables[table]?.rows ?? []]),
  ) as unknown as Tables;
  return {
    ...rows,
    Header:
      source.format === 'csv' && source.tables.UASC ? withUascStatus(rows.Header, rows.UASC) : rows.Header,
    Episodes: postcodes ? withLocation(rows.Episodes, authority, postcodes) : rows.Episodes,
  };
}

/** The CSV form has no status column: a child has the status when they stand in the UASC table. */
function withUascStatus(header: Tables['Header'], uasc: Tables['UASC']): readonly Row<'Header'>[] {
  const seekingAsylum = new Set(uasc.map((row) => row.CHILD));
  return header.map((row) => ({ ...row, UASC: seekingAsylum.has(row.CHILD) ? '1' : '0' }));
}

function withLocation(
  episodes: Tables['Episodes'],
  authority: string,
  postcodes: PostcodeDirectory,
): readonly Row<'Episodes'>[] {
  return episodes.map((episode) => {
    const placement = postcodes.find(postcodeKey(episode.PL_POST));
    if (!placement) return episode;
    const home = postcodes.find(postcodeKey(episode.HOME_POST));
    return {
      ...episode,
      PL_LA: placement.authority,
      PL_LOCATION: placement.authority === authority ? 'IN' : 'OUT',
      PL_DISTANCE: home ? milesBetween(home, placement) : Number.NaN,
    };
  });
}
