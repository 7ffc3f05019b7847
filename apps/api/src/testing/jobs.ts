import { type ReturnFile, writeCsv } from '@cic/ssda903';
import { synthesise, toReturns } from '@cic/synth';
import { z } from 'zod';
import { defineJobKind } from '../jobs/kind.ts';
import type { ServedCouncil } from './council.ts';

/** A kind that a council's own package brings: it goes on whenever the test lets it. */
export function aCountingKind() {
  const gates: (() => void)[] = [];
  const kind = defineJobKind({
    id: 'counting',
    summary: 'Count as far as asked',
    parameters: z.strictObject({ to: z.int().min(1).max(100) }),
    refuses: ({ session }) =>
      session.asker.roles.includes('lead-member')
        ? { refused: 'denied', message: 'Members do not count.' }
        : undefined,
    async run({ parameters: { to }, step }) {
      for (let n = 0; n < to; n++) {
        await step(n, to);
        await new Promise<void>((done) => gates.push(done));
      }
      return { counted: to };
    },
  });
  /** Lets it go on by one, when it has got there. */
  async function letGo(): Promise<void> {
    await until(() => gates.length > 0);
    gates.shift()!();
  }
  return { kind, letGo };
}

/** Waits for something, as long as the test may take. */
export async function until(test: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await test())) await new Promise((done) => setTimeout(done, 10));
}

/** The return of a synthetic council, in its files. */
export function aReturnOf(children: number): readonly ReturnFile[] {
  const years = [2025, 2026] as const;
  const [, now] = toReturns(synthesise({ seed: 3, children, years }), years, { errors: 3 });
  return writeCsv(now!.tables);
}

/** Files as a form, with what is asked for as its field `job`. */
export function formOf(files: readonly ReturnFile[], job?: object): FormData {
  const form = new FormData();
  if (job) form.append('job', JSON.stringify(job));
  for (const { name, bytes } of files) form.append('file', new File([new Uint8Array(bytes)], name));
  return form;
}

/** Waits until a job has ended, and answers what is told of it then. */
export async function ended(served: Pick<ServedCouncil, 'ask'>, who: string, id: string) {
  for (;;) {
    const { body } = await served.ask(who, `/jobs/${id}`);
    if (body.endedAt !== undefined) return body;
    await new Promise((done) => setTimeout(done, 10));
  }
}
