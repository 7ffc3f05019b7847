import type { Asker } from '@cic/access';

/** Why nobody is signed in, in a sentence for the caller; `challenge` is said in WWW-Authenticate. */
export interface NotSignedIn {
  readonly notSignedIn: string;
  readonly challenge: string;
}

/** How a deployment finds out who asks. */
export interface SignIn {
  readonly kind: 'openid-connect' | 'development';
  /** Who makes a request; nothing of the request but its headers is looked at. */
  readonly askerOf: (headers: Headers) => Promise<Asker | NotSignedIn>;
}

export const isNotSignedIn = (value: Asker | NotSignedIn): value is NotSignedIn => 'notSignedIn' in value;
