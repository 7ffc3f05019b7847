import { existsSync, readdirSync } from 'node:fs';
import { policyOf } from '@cic/access';
import type { Council } from '@cic/core';
import { aCouncil } from '@cic/core/testing';
import { openStore, type Store, startEmbedded } from '@cic/store';
import { askers, enterChild, granted } from '@cic/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const apps = new URL('../../', import.meta.url);
const isCouncil = (one: unknown): one is Council =>
  typeof one === 'object' && one !== null && 'districts' in one && 'plugins' in one;

/** Every council of the repository, and one that has nothing but core. */
async function councilsHere(): Promise<Council[]> {
  const files = readdirSync(apps)
    .filter((app) => app.startsWith('council-'))
    .map((app) => new URL(`${app}/src/council.ts`, apps))
    .filter((file) => existsSync(file));
  const modules = await Promise.all(files.map(({ pathname }) => import(pathname) as Promise<object>));
  return [...modules.flatMap((one) => Object.values(one).filter(isCouncil)), aCouncil()];
}

let councils: Council[];
let close: () => Promise<void>;
let stores: Store[];

/** The same id in every council, for another child: born in another year. */
const CHILD = 'C1';
const bornIn = (place: number): string => `${2008 + place}-03-15`;

beforeAll(async () => {
  councils = await councilsHere();
  const database = await startEmbedded();
  stores = [];
  for (const [place, council] of councils.entries()) {
    const store = await openStore({
      council: council.id,
      policy: policyOf(council),
      pseudonymKey: `${place}`.repeat(64),
      database,
    });
    await enterChild(store, CHILD, { born: bornIn(place) });
    await enterChild(store, `only-${council.id}`);
    stores.push(store);
  }
  close = () => database.close();
}, 120_000);
afterAll(() => close());

describe('councils side by side in one database', () => {
  it('are Derbyshire and others, each with its own id [D-REF-01]', () => {
    expect(councils.map(({ id }) => id)).toContain('derbyshire');
    expect(new Set(councils.map(({ id }) => id)).size).toBe(councils.length);
    expect(councils.length).toBeGreaterThan(1);
  });

  it('see their own children and nobody else’s, also under the same id', async () => {
    for (const [place, store] of stores.entries()) {
      const records = store.as(askers.records);
      expect(granted(await records.get('child', CHILD)).record.dateOfBirth).toBe(bornIn(place));
      expect(await records.count('child')).toBe(2);
      for (const other of councils.filter((_, i) => i !== place))
        expect(await records.get('child', `only-${other.id}`)).toMatchObject({ refused: 'not-found' });
      expect((await store.history.current()).children.map(({ id }) => id).sort()).toEqual(
        [CHILD, `only-${councils[place]!.id}`].sort(),
      );
    }
  });

  it('change nothing of each other’s, and each audit is whole', async () => {
    const [first, ...others] = stores;
    granted(await first!.as(askers.records).patch('child', CHILD, { sex: 'M' }, 1));
    for (const store of others)
      expect(granted(await store.as(askers.records).get('child', CHILD)).record.sex).toBe('F');
    for (const store of stores) expect((await store.verifyAudit()).whole).toBe(true);
  });

  it('know a person by pseudonyms of their own', async () => {
    const seen = await Promise.all(
      stores.map(async (store) =>
        granted(await store.as(askers.analyst).list('child')).records.map(({ id }) => id),
      ),
    );
    expect(new Set(seen.flat()).size).toBe(seen.flat().length);
  });
});
