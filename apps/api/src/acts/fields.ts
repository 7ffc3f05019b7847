import { z } from 'zod';

/** Text as the store takes it: no characters that are none. */
const text = z
  .string()
  .min(1)
  .max(500)
  .refine((value) => !/[\0\p{Surrogate}]/u.test(value), 'has characters that are none');

/** What the bodies of acts are made of. */
export const field = {
  text,
  child: text.max(100),
  day: z.iso.date(),
  texts: z.array(text).max(200),
  digest: z.string().regex(/^[0-9a-f]{64}$/, 'must be the digest of a report: 64 hexadecimal digits'),
} as const;
