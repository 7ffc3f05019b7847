import { type Override, policyOf } from '@cic/access';
import type { Council } from '@cic/core';
import { createLogin, migrate } from '@cic/store';
import { migrations } from './migrations.ts';

export interface PrepareOptions {
  readonly council: Council;
  /** `postgres://…` of the database's owner, who may create roles. */
  readonly owner: string;
  /** The application's own login; made where it is named and not there yet. */
  readonly login?: { readonly name: string; readonly password: string };
  readonly access?: readonly Override[];
}

const isThere = (error: unknown): boolean => (error as { code?: string }).code === '42710';

/**
 * Brings a council's database to the shape this version needs, as its owner, and makes the application's login. Again and
 * before every new version: what is done already is left as it is.
 * @returns the steps taken
 */
export async function prepareDatabase({
  council,
  owner,
  login,
  access = [],
}: PrepareOptions): Promise<string[]> {
  const { assignments } = policyOf(council, { overrides: access });
  const taken = await migrate(owner, { assignments, plugins: migrations });
  if (login) {
    try {
      await createLogin(owner, { ...login, councils: [council.id] });
      taken.push(`login ${login.name}`);
    } catch (error) {
      if (!isThere(error)) throw error;
    }
  }
  const { prepareQueue } = await import('./jobs/queue/postgres.ts');
  return (await prepareQueue(owner, council.id)) ? [...taken, 'background work'] : taken;
}
