import { type ImportResult, isRefusal } from '@cic/store';
import { z } from 'zod';
import { checkReturn, importOf } from '../../exchanges/ssda903.ts';
import { defineJobKind } from '../kind.ts';
import { refusesReturn, returnYear } from './return.ts';

/** What was done, in numbers: the records themselves were shown by the preview. */
const told = ({ act, digest, added, changed, removed, unchanged, rejected }: ImportResult) => ({
  ...(act === undefined ? {} : { act, undo: `/exchanges/acts/${act}/undo` }),
  digest,
  added: added.length,
  changed: changed.length,
  removed: removed.length,
  unchanged,
  rejected: rejected.length,
});

/** Brings in a return exactly as it was previewed, or nothing of it. */
export const bringInReturn = defineJobKind({
  id: 'ssda903-import',
  summary: 'Bring in a return exactly as it was previewed',
  parameters: z.strictObject({
    year: returnYear,
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'the digest that the preview answered')
      .meta({ description: 'Of the preview that was agreed to.' }),
  }),
  takesFiles: true,
  refuses: refusesReturn,
  async run({ deployment, session, parameters: { year, digest }, files, step, settle }) {
    await step(0, 3);
    const sent = await files();
    await step(1, 3);
    const checked = checkReturn(sent, year, deployment.council.code);
    if (isRefusal(checked)) return checked;
    await step(2, 3);
    const done = await session.commitImport(importOf(checked.given), digest, (connection, result) =>
      settle(connection, told(result)),
    );
    return isRefusal(done) ? done : told(done);
  },
});
