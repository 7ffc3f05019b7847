import type { ReturnFile } from './files.ts';

/** A file from its text. */
export const textFile = (name: string, text: string): ReturnFile => ({
  name,
  bytes: new TextEncoder().encode(text),
});
