import type { Child } from '@cic/core/records';
import sql from 'sql-template-tag';
import { withoutPower } from '../powers.ts';
import { isRefusal, type Refusal } from '../problem.ts';
import type { Asking } from '../records/asking.ts';
import { versionsAt } from '../records/known.ts';
import { auditReading, type Meta, metaColumns } from '../records/read.ts';
import { type Likeness, likeness, meetingKeys, type Person } from './similarity.ts';

export interface PossibleDuplicate extends Likeness {
  readonly a: string;
  readonly b: string;
}

const personOf = (id: string, child: Partial<Child>): Person => ({
  id,
  given: child.name?.given ?? '',
  family: child.name?.family ?? '',
  knownAs: child.name?.knownAs ?? '',
  born: child.dateOfBirth ?? '',
  sex: child.sex ?? '',
  upn: child.upn ?? '',
});

/** So many records under one key are no clue: a whole school on one invented birthday. */
const CROWD = 200;

/** Pairs of persons who may be one, the likeliest first. Pure. */
export function duplicatesAmong(persons: readonly Person[], atLeast = 0.75): PossibleDuplicate[] {
  const meeting = new Map<string, number[]>();
  persons.forEach((person, i) => {
    for (const key of new Set(meetingKeys(person))) {
      const group = meeting.get(key);
      if (group) group.push(i);
      else meeting.set(key, [i]);
    }
  });
  const seen = new Set<number>();
  const found: PossibleDuplicate[] = [];
  for (const group of meeting.values()) {
    if (group.length > CROWD) continue;
    for (const [n, i] of group.entries()) {
      for (const j of group.slice(n + 1)) {
        const pair = i * persons.length + j;
        if (seen.has(pair)) continue;
        seen.add(pair);
        const [a, b] = [persons[i]!, persons[j]!];
        const how = likeness(a, b);
        if (how.score >= atLeast) found.push({ a: a.id, b: b.id, ...how });
      }
    }
  }
  return found.sort((x, y) => y.score - x.score || (x.a < y.a ? -1 : 1));
}

/** Children of the council, of those the asker sees, who may have been recorded twice. */
export async function possibleDuplicates(
  asking: Asking,
  atLeast?: number,
): Promise<readonly PossibleDuplicate[] | Refusal> {
  const refused = withoutPower(asking, 'keepsRecords');
  if (refused) return refused;
  const view = asking.view('child', 'rows', versionsAt({}));
  if (isRefusal(view)) return view;
  const rows = await asking.context.database.query<Meta>(sql`select ${metaColumns(view)} from ${view.from}`);
  const found = duplicatesAmong(
    rows.map((row) => personOf(row.shown_id, view.show(row) as Partial<Child>)),
    atLeast,
  );
  const named = new Set(found.flatMap(({ a, b }) => [a, b]));
  await auditReading(
    asking,
    'find duplicates',
    'child',
    rows.filter(({ child }) => named.has(child ?? '')),
    {
      compared: rows.length,
      found: found.length,
    },
  );
  return found;
}
