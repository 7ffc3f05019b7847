import { describe, expect, it } from 'vitest';
import { developmentSignIn } from './development.ts';

const people = {
  analyst: { user: 'a', roles: ['analyst'] },
  nurse: { user: 'n', roles: ['designated-nurse'] },
};

describe('the development sign-in', () => {
  it('lets in whoever is named, and as the first where nobody is', async () => {
    const signIn = developmentSignIn({ people, database: 'embedded', environment: undefined });
    expect(await signIn.askerOf(new Headers())).toMatchObject({ user: 'a' });
    expect(await signIn.askerOf(new Headers({ authorization: 'Development nurse' }))).toMatchObject({
      user: 'n',
    });
    for (const wrong of ['Development constructor', 'Bearer x', 'Development']) {
      expect(await signIn.askerOf(new Headers({ authorization: wrong }))).toHaveProperty('notSignedIn');
    }
  });

  it('does not exist with a database elsewhere, nor in production', () => {
    expect(() => developmentSignIn({ people, database: 'postgres', environment: undefined })).toThrow(
      'embedded',
    );
    expect(() => developmentSignIn({ people, database: 'embedded', environment: 'production' })).toThrow(
      'production',
    );
  });
});
