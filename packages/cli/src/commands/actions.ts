import { parseArgs } from 'node:util';
import {
  applyImport,
  exportPlan,
  type ImportPreview,
  previewImport,
  type RowMessage,
  type StrategyRecords,
} from '@cic/core/strategies';
import Papa from 'papaparse';
import { CannotRun, type Command } from '../command.ts';
import { dayAsked, recordsOf, tableOf, writeWhole } from '../strategies.ts';
import { table } from '../table.ts';

const importUsage = `Usage: cic actions import FILE --into PLAN.json [options]

Brings an action plan from a spreadsheet (.csv or .xlsx) into a file of strategy records. Without --commit it only says
what it would do: which actions are added, changed and unchanged, and which rows are rejected and why. As long as one
row is rejected, nothing is written; the same file a second time changes nothing.

Headings such as Action, Objective, Owner, By when, Impact, Status and RAG are found wherever they stand, and again on
every page; a cell that runs over several rows holds for each. Owners and timescales are brought into one form.

  --into FILE       the strategy records that the plan belongs to
  --strategy ID     which strategy, where the file holds several
  --priority ID     the priority of rows that name none
  --sheet NAME      a sheet of the workbook                                [the first]
  --as-at DAY       from when a new status or rating counts                [today]
  --commit          write it
  --json            the preview as JSON

Exit codes: 0 fine, 1 rows are rejected, 2 could not run
`;

const exportUsage = `Usage: cic actions export PLAN.json [--strategy ID]

A strategy's action plan as CSV, to be worked on and imported again. Importing it unchanged changes nothing.

Exit codes: 0 fine, 2 could not run
`;

function strategyAsked({ strategies = [] }: StrategyRecords, asked: string | undefined): string {
  const ids = strategies.map(({ id }) => id);
  if (asked === undefined && ids.length === 1) return ids[0]!;
  if (asked !== undefined && ids.includes(asked)) return asked;
  throw new CannotRun(
    asked === undefined
      ? `say which strategy with --strategy: ${ids.join(', ') || 'the file holds none'}.`
      : `there is no strategy '${asked}'; there are: ${ids.join(', ')}.`,
  );
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const messages = (title: string, all: readonly RowMessage[]): string[] =>
  all.length === 0
    ? []
    : [
        `${title} (${all.length})\n${table(
          ['row', 'field', 'message'],
          all.map(({ row, field, message }) => [row, field, message]),
        )}`,
      ];

function told(preview: ImportPreview): string {
  const { added, changed, unchanged, objectivesAdded, notInFile, rejected, notes } = preview;
  const rows = [
    ...added.map(({ row, action }) => [row, 'added', action.id, shortened(action.text)]),
    ...changed.map(({ row, after, fields }) => [row, 'changed', after.id, fields.join(', ')]),
  ].sort((a, b) => Number(a[0]) - Number(b[0]));
  const counts = `${added.length} added, ${changed.length} changed, ${unchanged.length} unchanged, ${rejected.length} rejected; ${objectivesAdded.length} objectives added, ${notInFile.length} actions not in the file`;
  return [
    `${counts}\n`,
    ...(rows.length === 0 ? [] : [table(['row', 'what', 'action', 'of it'], rows)]),
    ...(objectivesAdded.length === 0
      ? []
      : [
          table(
            ['objective added', 'priority', 'text'],
            objectivesAdded.map(({ id, priority, text }) => [id, priority, shortened(text)]),
          ),
        ]),
    ...messages('rejected', rejected),
    ...messages('to know', notes),
  ].join('\n');
}

const importCommand: Command = {
  name: 'import',
  summary: 'bring an action plan from a spreadsheet, after a look at what it would change',
  usage: importUsage,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        into: { type: 'string' },
        strategy: { type: 'string' },
        priority: { type: 'string' },
        sheet: { type: 'string' },
        'as-at': { type: 'string' },
        commit: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [file] = positionals;
    const { into, priority } = values;
    if (file === undefined || into === undefined)
      throw new CannotRun('name a spreadsheet, and --into a plan.');
    const records = await recordsOf(into, io);
    const preview = previewImport(records, await tableOf(file, io, values.sheet), {
      strategy: strategyAsked(records, values.strategy),
      asAt: dayAsked('--as-at', values['as-at']),
      ...(priority === undefined ? {} : { priority }),
    });
    io.out(values.json ? `${JSON.stringify(preview, null, 2)}\n` : told(preview));
    if (preview.rejected.length > 0) {
      io.err('Nothing is written as long as rows are rejected.\n');
      return 1;
    }
    if (values.commit) await commit(records, preview, into, io);
    else io.err('This was a preview; --commit writes it.\n');
    return 0;
  },
};

async function commit(
  records: StrategyRecords,
  preview: ImportPreview,
  into: string,
  io: Parameters<Command['run']>[1],
): Promise<void> {
  if (preview.added.length + preview.changed.length + preview.objectivesAdded.length === 0) {
    io.err(`'${into}' holds all of it already.\n`);
    return;
  }
  const after = applyImport(records, preview);
  await writeWhole(into, `${JSON.stringify(after, null, 2)}\n`, io);
  io.err(`Written to '${into}'.\n`);
}

const exportCommand: Command = {
  name: 'export',
  summary: 'an action plan as CSV, to be worked on and imported again',
  usage: exportUsage,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { strategy: { type: 'string' } },
    });
    if (positionals[0] === undefined) throw new CannotRun('name a file with strategy records (JSON).');
    const records = await recordsOf(positionals[0], io);
    const rows = exportPlan(records, strategyAsked(records, values.strategy)).map((row) => [...row]);
    io.out(`${Papa.unparse(rows, { escapeFormulae: true, newline: '\n' })}\n`);
    return 0;
  },
};

/** `cic actions …` */
export const actionCommands: readonly Command[] = [importCommand, exportCommand];
