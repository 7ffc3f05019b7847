import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An OpenID Connect provider that gives its keys and tokens, and nothing else. */
export async function aProvider() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' }] };
  let issuer = '';
  const server = createServer((request, answer) => {
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify(request.url === '/jwks' ? jwks : { issuer, jwks_uri: `${issuer}/jwks` }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tokenFor = (user: string, roles: readonly string[]): Promise<string> =>
    new SignJWT({ roles: [...roles] })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .setIssuer(issuer)
      .setAudience('cic')
      .setSubject(user)
      .setExpirationTime('1 hour')
      .sign(privateKey);
  return { issuer, tokenFor, close: () => server.close() };
}
