import type { Asker } from '@cic/access';
import { type Council, type Day, longDate, type RecordType } from '@cic/core';
import { type SocialWorkerEpisode, socialWorkerEpisode } from '@cic/core/records';
import { isRefusal, type Store } from '@cic/store';
import type { StoredDeployment } from '../deployment.ts';
import { openDeploymentStore } from '../server.ts';
import { developmentSignIn } from '../signIn/development.ts';

/** A council and its synthetic children, to look at without anything configured. */
export interface Demonstration {
  readonly council: Council;
  /** Everything on record, as records of the schemas. Population estimates and other settings are the council's own. */
  readonly records: readonly { readonly type: RecordType<object>; readonly records: readonly object[] }[];
  /** The last day that is known. */
  readonly asAt: Day;
}

export interface DemonstrationOptions {
  /** Where the records are kept; in memory where left out. */
  readonly folder?: string;
  readonly environment?: string | undefined;
  /** Told how many records are about to be brought in; not called where they are there already. */
  readonly onFill?: (records: number) => void;
}

/** Everybody there is to be. A person with a caseload needs the reference of a real worker of the council. */
const peopleWith = (worker: string): Readonly<Record<string, Asker>> => ({
  analyst: { user: 'an.analyst', roles: ['analyst'] },
  'social-worker': { user: 'a.worker', roles: ['social-worker'], worker },
  'designated-nurse': { user: 'a.nurse', roles: ['designated-nurse'] },
  'virtual-school': { user: 'a.head', roles: ['virtual-school'] },
  adoption: { user: 'an.adoption.worker', roles: ['adoption'] },
  participation: { user: 'a.rights.officer', roles: ['participation'] },
  'lead-member': { user: 'a.member', roles: ['lead-member'] },
  'records-officer': { user: 'an.officer', roles: ['records-officer'], reason: 'looking at the council' },
  auditor: { user: 'an.auditor', roles: ['auditor'] },
  administrator: { user: 'an.administrator', roles: ['administrator'] },
});

/** Whoever may write a record type of the whole council does so for it. */
function recordsOf({ records }: Demonstration, { policy }: Store) {
  const writers = (type: string) =>
    (policy.rules.get(type) ?? []).filter(({ write }) => write === 'whole council').map(({ role }) => role);
  const parts = records.filter(({ type }) => writers(type.id).length > 0);
  return { parts, roles: [...new Set(parts.flatMap(({ type }) => writers(type.id)))] };
}

/** Brings the records in, unless they are there already. */
async function fill(
  store: Store,
  demonstration: Demonstration,
  onFill?: (records: number) => void,
): Promise<void> {
  const { parts, roles } = recordsOf(demonstration, store);
  if (parts.length === 0) return;
  const officer = store.as({
    user: 'demonstration',
    roles,
    reason: 'synthetic children to look at',
    from: 'start',
  });
  const there = await officer.count('child');
  if (typeof there === 'number' && there > 0) return;
  onFill?.(parts.reduce((sum, { records }) => sum + records.length, 0));
  const done = await officer.commitImport({ feed: 'demonstration', parts });
  if (isRefusal(done)) throw new Error(done.message);
}

const busyWorker = ({ records }: Demonstration): string | undefined =>
  records
    .filter(({ type }) => type.id === socialWorkerEpisode.id)
    .flatMap((part) => part.records as readonly SocialWorkerEpisode[])
    .find(({ end }) => end === undefined)?.socialWorker;

/** A demonstration in the embedded database, open to whoever reaches it on this machine. */
export async function demonstrationDeployment(
  demonstration: Demonstration,
  { folder, environment, onFill }: DemonstrationOptions,
): Promise<StoredDeployment> {
  const { council, asAt } = demonstration;
  const store = await openDeploymentStore({
    council,
    pseudonymKey: '5a'.repeat(32), // these children are nobody's secret
    ...(folder === undefined ? {} : { database: folder }),
  });
  try {
    const people = peopleWith(busyWorker(demonstration) ?? '');
    const signIn = developmentSignIn({ people, database: store.kind, environment });
    await fill(store, demonstration, onFill);
    return {
      council,
      store,
      signIn,
      asAt: () => asAt,
      note: `Every child here is synthetic. The data end on ${longDate(asAt)}.`,
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
