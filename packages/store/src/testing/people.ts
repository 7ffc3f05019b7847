import type { Store } from '../store.ts';
import { askers, granted } from './database.ts';

export type Fields = Readonly<Record<string, unknown>>;

export const EPISODE: Fields = {
  reasonNewEpisode: 'S',
  legalStatus: 'C2',
  categoryOfNeed: 'N1',
  placementType: 'U6',
  placementProvider: 'PR1',
  placementPostcode: 'AB1 1AA',
  urn: 'SC000001',
};

/** A child with an episode and a social worker, as a records officer enters them. */
export async function enterChild(
  store: Store,
  id: string,
  facts: { worker?: string; born?: string; child?: Fields } = {},
): Promise<void> {
  const { worker = 'SW1', born = '2012-03-15', child = {} } = facts;
  const records = store.as(askers.records);
  granted(await records.create('child', { id, dateOfBirth: born, sex: 'F', ...child }));
  granted(await records.create('episode', { child: id, start: '2025-02-01', ...EPISODE }));
  granted(
    await records.create('social-worker-episode', {
      child: id,
      socialWorker: worker,
      start: '2025-01-01',
      team: 'team-1',
    }),
  );
}
