import { type Asker, isAboutChild } from '@cic/access';
import { type Day, defineCouncil, financialYear, longDate } from '@cic/core';
import { socialWorkerEpisode } from '@cic/core/records';
import { adoption } from '@cic/plugin-adoption';
import { education } from '@cic/plugin-education';
import { engagement } from '@cic/plugin-engagement';
import { health } from '@cic/plugin-health';
import { leavingCare } from '@cic/plugin-leaving-care';
import { safeguarding } from '@cic/plugin-safeguarding';
import { isRefusal, type Store } from '@cic/store';
import {
  adoptionParts,
  allRecords,
  coreParts,
  councilConfig,
  educationParts,
  engagementParts,
  healthParts,
  leavingCareParts,
  SYNTHETIC_COUNCIL,
  safeguardingParts,
  synthesise,
} from '@cic/synth';
import type { StoredDeployment } from './deployment.ts';
import { openDeploymentStore } from './server.ts';
import { developmentSignIn } from './signIn/development.ts';

const BROUGHT_BY: Asker = {
  user: 'sample',
  roles: ['records-officer'],
  reason: 'synthetic children of the sample council',
  from: 'start',
};

/** Everybody there is to be in the sample council. A person with a caseload needs the reference of a real worker of it. */
const peopleWith = (worker: string): Readonly<Record<string, Asker>> => ({
  analyst: { user: 'an.analyst', roles: ['analyst'] },
  'social-worker': { user: 'a.worker', roles: ['social-worker'], worker },
  'designated-nurse': { user: 'a.nurse', roles: ['designated-nurse'] },
  'virtual-school': { user: 'a.head', roles: ['virtual-school'] },
  'lead-member': { user: 'a.member', roles: ['lead-member'] },
  'records-officer': {
    user: 'an.officer',
    roles: ['records-officer'],
    reason: 'looking at the sample council',
  },
  auditor: { user: 'an.auditor', roles: ['auditor'] },
  administrator: { user: 'an.administrator', roles: ['administrator'] },
});

export interface SampleOptions {
  /** Collection year up to whose 31 March the data reach. */
  readonly lastYear: number;
  /** Where the records are kept; in memory where left out. */
  readonly folder?: string;
  readonly environment?: string | undefined;
}

/** The council and its synthetic children, always the same for a year. */
export function sampleCouncil(lastYear: number) {
  const synthetic = synthesise({
    seed: 'sample',
    children: 200,
    years: [lastYear - 4, lastYear],
    council: { ...SYNTHETIC_COUNCIL, id: 'sample', name: 'Sample Council' },
    parts: [
      ...coreParts,
      ...educationParts,
      ...healthParts,
      ...safeguardingParts,
      ...adoptionParts,
      ...leavingCareParts,
      ...engagementParts,
    ],
  });
  const plugins = [education(), health(), safeguarding(), adoption(), leavingCare(), engagement()];
  return { synthetic, council: defineCouncil({ ...councilConfig(synthetic), plugins }) };
}

/** Brings the synthetic children in, unless they are there already: the same file a second time changes nothing. */
async function fill(store: Store, synthetic: ReturnType<typeof sampleCouncil>['synthetic']): Promise<void> {
  const officer = store.as(BROUGHT_BY);
  const there = await officer.count('child');
  if (typeof there === 'number' && there > 0) return;
  const done = await officer.commitImport({
    feed: 'sample',
    parts: allRecords(synthetic).filter(({ type }) => isAboutChild(type) || type.id === 'provider'),
  });
  if (isRefusal(done)) throw new Error(done.message);
}

/** The sample council in the embedded database, open to whoever reaches it on this machine. */
export async function sampleDeployment({
  lastYear,
  folder,
  environment,
}: SampleOptions): Promise<StoredDeployment> {
  const { synthetic, council } = sampleCouncil(lastYear);
  const asAt: Day = financialYear(lastYear).end;
  const store = await openDeploymentStore({
    council,
    pseudonymKey: '5a'.repeat(32), // these children are nobody's secret
    ...(folder === undefined ? {} : { database: folder }),
  });
  try {
    const worker = synthetic.history.children
      .flatMap((child) => child.records(socialWorkerEpisode))
      .find(({ end }) => end === undefined)?.socialWorker;
    const signIn = developmentSignIn({ people: peopleWith(worker ?? ''), database: store.kind, environment });
    await fill(store, synthetic);
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
