import type { Asker } from '@cic/access';
import { circumstancesOf } from './openIdConnect.ts';
import type { SignIn } from './signIn.ts';

/** Said on every page and in a header of every answer while it is on. */
export const DEVELOPMENT_NOTICE =
  'Development sign-in: whoever reaches this address is let in as anybody they name. For synthetic children only.';

export interface DevelopmentOptions {
  /** People to be, by the name the caller gives; the first is who nobody in particular is. */
  readonly people: Readonly<Record<string, Asker>>;
  /** Where the records are: only the embedded database may be opened to everybody. */
  readonly database: 'embedded' | 'postgres';
  readonly environment: string | undefined;
}

/**
 * Lets everybody in as whoever they name: `Authorization: Development social-worker`.
 * @throws RangeError with a database elsewhere or in production: there it must not exist
 */
export function developmentSignIn({ people, database, environment }: DevelopmentOptions): SignIn {
  if (database !== 'embedded') {
    throw new RangeError(
      'The development sign-in lets everybody in, so it works with the embedded database only: configure oidc.',
    );
  }
  if (environment === 'production') {
    throw new RangeError('The development sign-in does not start with NODE_ENV=production: configure oidc.');
  }
  const names = Object.keys(people);
  return {
    kind: 'development',
    async askerOf(headers) {
      const given = headers.get('authorization');
      const name = given === null ? names[0] : /^Development ([\w-]+)$/i.exec(given)?.[1];
      const person = name !== undefined && Object.hasOwn(people, name) ? people[name] : undefined;
      if (!person) {
        return {
          notSignedIn: `Send Authorization: Development NAME, with one of: ${names.join(', ')}.`,
          challenge: 'Development realm="cic"',
        };
      }
      const circumstances = circumstancesOf(headers);
      return 'notSignedIn' in circumstances ? circumstances : { ...person, ...circumstances };
    },
  };
}
