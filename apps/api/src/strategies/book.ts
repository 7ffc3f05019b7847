import { fieldsOf, grantsFor, mostOpen } from '@cic/access';
import { formatIsoDate } from '@cic/core';
import {
  type StrategyBook,
  type StrategyRecords,
  strategyBook,
  strategyRecordTypes,
} from '@cic/core/strategies';
import { isRefusal, type Refusal, type Session, type StoredRecord } from '@cic/store';
import type { WorkingDeployment } from '../deployment.ts';
import { asAtOf } from '../source/stored.ts';

const PAGE = 1000;

/** Whether somebody sees every record of a type, and every field of it: only then is what is missing truly missing. */
function seesAllOf(deployment: WorkingDeployment, { asker }: Session, id: string): boolean {
  const { policy } = deployment.store;
  const type = policy.records.get(id);
  const grants = grantsFor(policy, asker, id, 'rows', { on: formatIsoDate(asAtOf(deployment)) });
  const whole = grants.filter(({ reach }) => reach.kind === 'all');
  return type !== undefined && fieldsOf(type).every((field) => mostOpen(whole, field) === 'plain');
}

async function everyRecord(session: Session, type: string): Promise<readonly StoredRecord[] | Refusal> {
  const records: StoredRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await session.list(type, { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
    if (isRefusal(page)) return page;
    records.push(...page.records);
    cursor = page.next;
  } while (cursor !== undefined);
  return records;
}

/**
 * The council's strategies, for somebody who reads all of them and is denied them otherwise: a query for what is missing
 * would tell of everything they are not shown as if nobody had written it down.
 */
export async function bookFor(
  deployment: WorkingDeployment,
  session: Session,
): Promise<StrategyBook | Refusal> {
  const lists = Object.entries(strategyRecordTypes);
  if (!lists.every(([, { id }]) => seesAllOf(deployment, session, id))) {
    return { refused: 'denied', message: 'These roles do not read every record of the strategies.' };
  }
  const records: Record<string, readonly object[]> = {};
  for (const [list, { id }] of lists) {
    const found = await everyRecord(session, id);
    if (isRefusal(found)) return found;
    records[list] = found.map(({ record }) => record);
  }
  return strategyBook(records as StrategyRecords);
}
