import sql from 'sql-template-tag';
import type { Connection } from '../database/database.ts';

/** Children that were found to be somebody else and have not been split again: id → id kept, followed to its end. */
export async function mergedChildren(connection: Connection, council: string): Promise<Map<string, string>> {
  const rows = await connection.query<{ merged: string; kept: string }>(
    sql`select merged, kept from cic.person_merge where council = ${council} and split_by is null`,
  );
  const direct = new Map(rows.map(({ merged, kept }) => [merged, kept]));
  const end = (id: string): string => {
    const next = direct.get(id);
    return next === undefined ? id : end(next);
  };
  return new Map([...direct.keys()].map((id) => [id, end(id)]));
}
