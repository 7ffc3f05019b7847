import { parseArgs } from 'node:util';
import { addYears, formatIsoDate } from '@cic/core';
import {
  checkStrategies,
  type ForwardEntry,
  forwardPlan,
  type StrategyFinding,
  strategyBook,
  strategyQueries,
} from '@cic/core/strategies';
import { CannotRun, type Command } from '../command.ts';
import { dayAsked, recordsOfAll } from '../strategies.ts';
import { table } from '../table.ts';

const checkUsage = `Usage: cic strategy check FILE… [options]

Asks strategies what is the matter with them: actions without owner, date or evidence, overdue ones, objectives without
action, indicators that got worse while their actions are green, claims that the figures contradict, targets missed or
in conflict, empty seats, reports due to boards, reviews that have passed, and references to what is not there.

FILE is JSON with lists of records (docs/strategies.md shows it); several files are read together, so that an action can
carry on one of an earlier strategy.

  --as-at DAY       the day asked about                                    [today]
  --only QUERY      one query, such as overdue; may be given again
  --json            findings as JSON

Exit codes: 0 nothing found, 1 findings, 2 could not run
`;

const calendarUsage = `Usage: cic strategy calendar FILE… [options]

The forward plan as a calendar (iCalendar): which board meets when and looks at which priority, which reports are due to
it, when strategies and protocols are reviewed.

  --from DAY        first day                                              [today]
  --to DAY          last day                                               [a year on]
  --board ID        one board's entries only
  --actions         with the days by which open actions are due
  --json            entries as JSON

Exit codes: 0 fine, 2 could not run
`;

function told(findings: readonly StrategyFinding[]): string {
  if (findings.length === 0) return 'Nothing found.\n';
  return strategyQueries
    .flatMap((query) => {
      const of = findings.filter((one) => one.query === query);
      if (of.length === 0) return [];
      const rows = of.map(({ strategy = '', record, id, owners = [], message }) => [
        strategy,
        `${record} ${id}`,
        message,
        owners.join(', '),
      ]);
      return [`${query} (${of.length})\n${table(['strategy', 'record', 'finding', 'owners'], rows)}`];
    })
    .join('\n');
}

const check: Command = {
  name: 'check',
  summary: 'what is overdue, missing, contradicted or in conflict in strategies',
  usage: checkUsage,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'as-at': { type: 'string' },
        only: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
      },
    });
    const asAt = dayAsked('--as-at', values['as-at']);
    const unknown = values.only?.find((name) => !strategyQueries.some((query) => query === name));
    if (unknown !== undefined)
      throw new CannotRun(`there is no query '${unknown}'; there are: ${strategyQueries.join(', ')}.`);
    const found = checkStrategies(strategyBook(await recordsOfAll(positionals, io)), { asAt });
    const findings = values.only ? found.filter(({ query }) => values.only!.includes(query)) : found;
    io.out(
      values.json ? `${JSON.stringify({ asAt: formatIsoDate(asAt), findings }, null, 2)}\n` : told(findings),
    );
    return findings.length > 0 ? 1 : 0;
  },
};

const KINDS: Readonly<Record<ForwardEntry['kind'], string>> = {
  meeting: '',
  'expected meeting': ' (expected)',
  report: ': report due',
  'strategy review': ': review',
  'protocol review': ': review',
  'action due': ': action due',
};

/** All-day events, written as the days they are: no zone can move them. */
async function calendarOf(entries: readonly ForwardEntry[], stamp: string): Promise<string> {
  const { default: ical } = await import('ical-generator');
  const calendar = ical({
    name: 'Corporate parenting: forward plan',
    prodId: { company: 'CiC Toolkit', product: 'Forward plan' },
  });
  for (const { id, on, kind, title, priorities, topics } of entries) {
    const description = [...priorities, ...topics].join('\n');
    calendar.createEvent({
      id: `${id}@cic`,
      start: new Date(`${on}T00:00:00Z`),
      timezone: 'UTC',
      stamp: new Date(`${stamp}T00:00:00Z`),
      allDay: true,
      summary: `${title}${KINDS[kind]}`,
      ...(description === '' ? {} : { description }),
    });
  }
  return calendar.toString();
}

const calendar: Command = {
  name: 'calendar',
  summary: 'which board looks at what when, as a calendar',
  usage: calendarUsage,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        board: { type: 'string' },
        actions: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const from = dayAsked('--from', values.from);
    const to = values.to === undefined ? addYears(from, 1) : dayAsked('--to', values.to);
    if (to < from) throw new CannotRun('--to lies before --from.');
    const book = strategyBook(await recordsOfAll(positionals, io));
    const { board, actions } = values;
    if (board !== undefined && !book.board.has(board))
      throw new CannotRun(`there is no board '${board}'; there are: ${[...book.board.keys()].join(', ')}.`);
    const entries = forwardPlan(book, { from, to, actions, ...(board === undefined ? {} : { board }) });
    io.out(
      values.json
        ? `${JSON.stringify({ entries }, null, 2)}\n`
        : `${await calendarOf(entries, formatIsoDate(from))}\n`,
    );
    return 0;
  },
};

/** `cic strategy …` */
export const strategyCommands: readonly Command[] = [check, calendar];
