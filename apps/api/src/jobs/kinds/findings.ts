import { isRefusal } from '@cic/store';
import { z } from 'zod';
import { checkReturn, findingsOf } from '../../exchanges/ssda903.ts';
import { defineJobKind } from '../kind.ts';
import { refusesReturn, returnYear } from './return.ts';

/** What the rules of its year say of a return. */
export const returnFindings = defineJobKind({
  id: 'ssda903-findings',
  summary: 'Check a return by the rules of its year',
  parameters: z.strictObject({ year: returnYear }),
  takesFiles: true,
  refuses: refusesReturn,
  async run({ deployment, parameters: { year }, files, step }) {
    await step(0, 2);
    const sent = await files();
    await step(1, 2);
    const checked = checkReturn(sent, year, deployment.council.code);
    return isRefusal(checked) ? checked : findingsOf(checked);
  },
});
