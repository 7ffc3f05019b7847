const SECONDS = 300;

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/**
 * Whether a delivery is from the council it says, and not an old one sent again: for receivers of webhooks.
 * @param secret shown once when the webhook was made
 * @param header `CIC-Signature` of the request
 * @param body exactly as it came
 * @param now seconds since 1970; a signature more than five minutes away from it does not hold
 */
export async function isSigned(
  secret: string,
  header: string,
  body: string,
  now = Date.now() / 1000,
): Promise<boolean> {
  const [, seconds, signature] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (seconds === undefined || signature === undefined || Math.abs(Number(seconds) - now) > SECONDS)
    return false;
  const key = await crypto.subtle.importKey(
    'raw',
    bytesOf(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  );
  return crypto.subtle.verify(
    'HMAC',
    key,
    bytesOf(signature),
    new TextEncoder().encode(`${seconds}.${body}`),
  );
}
