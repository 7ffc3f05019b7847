import { main } from './main.ts';

/** What a call of `cic` said, and how it ended. */
export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Calls `cic` as from a folder: for tests. */
export async function callIn(folder: string, args: readonly string[]): Promise<Called> {
  let out = '';
  let err = '';
  const code = await main(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    cwd: folder,
    isTerminal: false,
  });
  return { code, out, err };
}
