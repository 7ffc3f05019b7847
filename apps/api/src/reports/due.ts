import { toOutside } from '@cic/core';
import { board } from '@cic/core/records';
import { type BuiltReport, type DueReport, english, reportsDue } from '@cic/reports';
import type { WorkingDeployment } from '../deployment.ts';
import { asAtOf, periodsOf } from '../source/stored.ts';
import { givenToBoards, keepReport } from './kept.ts';
import { givenReports, knownOf, now, released } from './make.ts';

/** What is due for which board between two days: boards on record, and those of the configuration. */
export async function dueReports(
  deployment: WorkingDeployment,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly DueReport[]> {
  const { council, store } = deployment;
  const history = await store.history.current({ without: new Set() });
  const onRecord = history.otherRecords(board).map((one) => toOutside(board, one));
  const ids = new Set(onRecord.map(({ id }) => id));
  return reportsDue({
    boards: [...onRecord, ...council.boards.filter(({ id }) => !ids.has(id))],
    received: await givenToBoards(store),
    from,
    to,
    asAt: asAtOf(deployment),
  });
}

/** Days before today for which a report that nobody made is still made. */
const LATE = 31;

/** Makes and keeps every report that is due. @returns the ids of those made */
export async function makeDueReports(deployment: WorkingDeployment): Promise<readonly string[]> {
  const today = asAtOf(deployment);
  const period = periodsOf(deployment).at(-1);
  const due = await dueReports(deployment, { from: today - LATE, to: today });
  if (due.length === 0 || !period) return [];
  const known = await knownOf(deployment);
  const ready = givenReports(deployment.council, known.strategies);
  // Several boards are given one report: it is made once.
  const reports = new Map<string, BuiltReport>();
  const made: string[] = [];
  for (const { report: id, board: to, on } of due) {
    const definition = ready.find((one) => one.id === id);
    if (!definition) continue;
    const report =
      reports.get(id) ??
      (await released(deployment, definition, known, {
        asAt: period.end,
        period,
        audience: 'board',
        language: english,
        madeAt: now(),
      }));
    reports.set(id, report);
    made.push(await keepReport(deployment.store, report, { board: to, on, by: 'schedule' }));
  }
  return made;
}

const HOUR = 3_600_000;

/** Looks every hour for what is due, and makes it; the function returned ends it after what is running. */
export function keepMakingReports(deployment: WorkingDeployment, every = HOUR): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const round = () => {
    // What cannot be made now (a database that is away) is made with the next round.
    running = running.then(() => makeDueReports(deployment)).catch(() => undefined);
  };
  round();
  const timer = setInterval(round, every);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
