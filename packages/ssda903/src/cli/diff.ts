import { type Comparison, compareReturns } from '../compare/compare.ts';
import type { Finding } from '../engine/findings.ts';
import { CannotRun, choice, defineCommand } from './command.ts';
import { CHECK_OPTIONS, readInput, readReference } from './input.ts';

export const diff = defineCommand({
  name: 'ssda903 diff',
  summary: 'Compares two versions of a return: findings, children, episodes.',
  usage: `cic ssda903 diff OLD NEW --year 2026 [options]

OLD and NEW are a folder, a zip archive or an XML file each.

  --year, --authority, --previous, --providers, --postcodes   as for validate
  --format table|json      table on a terminal, else json

Exit code: 0 when no finding appeared, 1 when some did, 2 could not run.`,
  options: { ...CHECK_OPTIONS, format: 'option' },
  async run(args, io) {
    const [before, after, ...more] = args.positionals;
    if (before === undefined || after === undefined || more.length > 0) {
      throw new CannotRun(
        'Give the older and the newer version of the return: two folders, archives or XML files.',
      );
    }
    const format = choice(args, 'format', ['table', 'json'], io.isTerminal ? 'table' : 'json');
    const reference = await readReference(args, io);
    const previous = args.lists.get('previous') ?? [];
    const comparison = compareReturns(
      readInput([before], previous, reference, io),
      readInput([after], previous, reference, io),
    );
    io.out(format === 'json' ? `${JSON.stringify(comparison)}\n` : comparisonText(comparison));
    return comparison.findings.appeared.length > 0 ? 1 : 0;
  },
});

function comparisonText({ findings, children, episodes }: Comparison): string {
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', `${title} (${lines.length})`, ...lines.map((line) => `  ${line}`)];
  const finding = ({ rule, table, child, message }: Finding): string =>
    `${rule} ${table}, child ${child}: ${message}`;
  const episode = ({ child, decom }: { child: string; decom: string }): string =>
    `child ${child}, begun ${decom || '(blank)'}`;
  const lines = [
    ...section('Findings that appeared', findings.appeared.map(finding)),
    ...section('Findings that disappeared', findings.disappeared.map(finding)),
    ...section('Children added', children.added),
    ...section('Children removed', children.removed),
    ...section('Episodes added', episodes.added.map(episode)),
    ...section('Episodes removed', episodes.removed.map(episode)),
    ...section(
      'Episodes changed',
      episodes.changed.map((changed) => {
        const changes = Object.entries(changed.changes).map(
          ([column, { from, to }]) => `${column} ${from || 'blank'} to ${to || 'blank'}`,
        );
        return `${episode(changed)}: ${changes.join(', ')}`;
      }),
    ),
  ];
  return lines.length === 0 ? 'No difference.\n' : `${lines.slice(1).join('\n')}\n`;
}
