import type { Transport } from './transport.ts';

/** A file of a statutory return. */
export interface ReturnFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What an import would do, or has done. */
export interface ImportPlan {
  /** What a commit has to name, so that it does what was shown. */
  readonly digest: string;
  readonly added: readonly object[];
  readonly changed: readonly object[];
  readonly unchanged: number;
  readonly removed: readonly object[];
  readonly rejected: readonly object[];
}

/** Returns of looked-after children (SSDA903) of one collection year. */
export interface Returns {
  /** Findings by rule, and up to 1,000 of them explained. */
  findings(files: readonly ReturnFile[]): Promise<{
    readonly year: number;
    readonly rules: Readonly<Record<string, object>>;
    readonly explained: readonly object[];
  }>;
  preview(files: readonly ReturnFile[]): Promise<ImportPlan>;
  /** Brings in what was shown, or nothing. @returns also the number of the act, by which it is undone */
  commit(files: readonly ReturnFile[], digest: string): Promise<ImportPlan & { readonly act: number }>;
}

function formOf(files: readonly ReturnFile[]): FormData {
  const form = new FormData();
  for (const { name, bytes } of files) form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return form;
}

export function returnsOf(send: Transport, year: number): Returns {
  const step = async <Answer>(path: string, files: readonly ReturnFile[]) =>
    (await (
      await send(`/exchanges/ssda903/${year}/${path}`, {
        method: 'POST',
        body: formOf(files),
        // The same file a second time changes nothing.
        repeatable: true,
      })
    ).json()) as Answer;
  return {
    findings: (files) => step('findings', files),
    preview: (files) => step('preview', files),
    commit: (files, digest) => step(`commit?digest=${encodeURIComponent(digest)}`, files),
  };
}
