import { financialYear } from '@cic/core';
import type { Refusal } from '@cic/store';
import { z } from 'zod';
import { shownSeries } from '../../routes/indicators.ts';
import { isWithheld } from '../../source/source.ts';
import { figuresOf, mayHaveFigures, periodsOf } from '../../source/stored.ts';
import { defineJobKind } from '../kind.ts';

const year = z.int().min(1991).max(2100);

const NONE: Refusal = { refused: 'denied', message: 'These roles are given no figures about children.' };

/** Indicators of the council over years: in full or as released, as whoever asked is given them one by one. */
export const indicatorsOverYears = defineJobKind({
  id: 'indicators',
  summary: 'Indicators of the council over years, all of them or some',
  parameters: z.strictObject({
    indicators: z
      .array(z.string().max(100))
      .min(1)
      .max(1000)
      .optional()
      .meta({ description: 'Ids; all there are where left out.' }),
    from: year.optional().meta({ description: 'First financial year, by its end.' }),
    to: year.optional().meta({ description: 'Last financial year, by its end.' }),
    by: z.array(z.string().max(100)).max(2).default([]).meta({ description: 'One breakdown, or two.' }),
  }),
  refuses: ({ deployment: { store }, session }) => (mayHaveFigures(store, session) ? undefined : NONE),
  async run({ deployment, session, parameters: { indicators, from, to, by }, step }) {
    const { council } = deployment;
    const ids = indicators ?? council.indicators.map(({ id }) => id);
    const unknown = ids.find((id) => !council.indicators.some((one) => one.id === id));
    if (unknown !== undefined) {
      return { refused: 'invalid', message: `There is no indicator '${unknown}'; /indicators lists them.` };
    }
    const breakdown = by.find((id) => !council.breakdowns.some((one) => one.id === id));
    if (breakdown !== undefined) {
      return { refused: 'invalid', message: `There is no breakdown '${breakdown}'; /council lists them.` };
    }
    const first = from === undefined ? undefined : financialYear(from).start;
    const last = to === undefined ? undefined : financialYear(to).end;
    const periods = periodsOf(deployment).filter(
      ({ start, end }) => start >= (first ?? start) && end <= (last ?? end),
    );
    const told: object[] = [];
    for (const [done, id] of ids.entries()) {
      await step(done, ids.length);
      const answer = await figuresOf(deployment, session, { indicator: council.indicator(id), periods, by });
      told.push(
        isWithheld(answer)
          ? { indicator: id, withheld: answer.withheld }
          : { indicator: id, series: shownSeries(answer, by) },
      );
    }
    return { indicators: told };
  },
});
