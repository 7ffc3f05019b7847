import { parsePeriod } from '@cic/core';
import { english } from '@cic/reports';
import { z } from 'zod';
import { defineJobKind } from '../jobs/kind.ts';
import { asAtOf, mayHaveFigures, periodsOf } from '../source/stored.ts';
import { keepReport } from './kept.ts';
import { AUDIENCES, givenReports, knownOf, NO_FIGURES, now, released } from './make.ts';

const text = z.string().min(1).max(100);

/** A report made in the background, and kept with its data. */
export const reportJob = defineJobKind({
  id: 'report',
  summary: 'Make a report and keep it with its data; /reports/kept gives it again byte for byte',
  parameters: z.strictObject({
    report: text,
    period: text.optional().meta({ description: 'A period that is over; the last year where left out.' }),
    audience: z.enum(['board', 'partner', 'public']).optional(),
    board: text.optional().meta({ description: 'The board it is for.' }),
    on: z.iso.date().optional().meta({ description: 'The day of the board’s meeting.' }),
  }),
  refuses: ({ deployment: { store }, session }) =>
    mayHaveFigures(store, session) ? undefined : { refused: 'denied', message: NO_FIGURES },
  async run({ deployment, session, parameters, step }) {
    const { report: id, period: wanted, board, on } = parameters;
    await step(0, 2);
    const known = await knownOf(deployment);
    const definition = givenReports(deployment.council, known.strategies).find((one) => one.id === id);
    if (!definition)
      return { refused: 'invalid', message: `There is no report '${id}'; /reports lists them.` };
    const period = wanted === undefined ? periodsOf(deployment).at(-1)! : parsePeriod(wanted);
    if (!period) return { refused: 'invalid', message: `'${wanted}' is no period.` };
    if (period.end > asAtOf(deployment)) {
      return { refused: 'denied', message: `${period.label} is not over: its figures are not released yet.` };
    }
    const audience = AUDIENCES.find((one) => one === (parameters.audience ?? definition.audience))!;
    await session.noteFigures({ report: id, period: period.label, audience, released: true });
    await step(1, 2);
    const report = await released(deployment, definition, known, {
      asAt: period.end,
      period,
      audience,
      language: english,
      madeAt: now(),
    });
    return { kept: await keepReport(deployment.store, report, { board, on, by: session.asker.user }) };
  },
});
