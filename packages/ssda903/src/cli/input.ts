import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import type { ReturnToCheck } from '../engine/build.ts';
import { ruleByCode, rulesOf } from '../engine/catalogue.ts';
import type { ReadFinding } from '../read/finding.ts';
import { isRefusal, type ReadResult, readReturn } from '../read/read-return.ts';
import { openPostcodeIndex } from '../reference/postcode-index.ts';
import type { PostcodeDirectory } from '../reference/postcodes.ts';
import type { ProviderList } from '../reference/providers.ts';
import { rules } from '../rules/index.ts';
import { type Arguments, CannotRun, type CommandIo } from './command.ts';
import { bytesAt, filesAt, readFile } from './files.ts';

/** Options of every command that checks a return. */
export const CHECK_OPTIONS = {
  help: 'flag',
  year: 'option',
  authority: 'option',
  previous: 'list',
  providers: 'list',
  postcodes: 'option',
} as const;

/** What is known besides the return itself, the same for every return that is checked. */
export interface Reference {
  readonly year: number;
  readonly authority: string;
  readonly providers?: ProviderList;
  readonly postcodes?: PostcodeDirectory;
}

/** Reads year, authority, provider list and postcode index as the options name them. */
export async function readReference(args: Arguments, io: CommandIo): Promise<Reference> {
  const year = yearOf(args);
  const authority = (args.options.get('authority') ?? '').toUpperCase();
  if (authority !== '' && !/^E\d{8}$/.test(authority)) {
    throw new CannotRun(
      `--authority ${authority} is not the GSS code of an English authority, such as E10000007.`,
    );
  }
  const index = args.options.get('postcodes');
  const postcodes = index === undefined ? undefined : readPostcodes(index, io);
  const lists = args.lists.get('providers') ?? [];
  const providers = lists.length === 0 ? undefined : await readProviderList(lists, postcodes, io);
  return { year, authority, ...(providers && { providers }), ...(postcodes && { postcodes }) };
}

/** @throws CannotRun when --year is missing, or no year that has rules */
export function yearOf(args: Arguments): number {
  const text = args.options.get('year');
  if (text === undefined)
    throw new CannotRun('--year is missing: the collection year, 2026 for the year to 31 March 2026.');
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < 2000) {
    throw new CannotRun(`--year ${text} is not a collection year such as 2026, the year to 31 March 2026.`);
  }
  if (rulesOf(year).length === 0) {
    const first = Math.min(...rules.map(({ years: [from] }) => from));
    throw new CannotRun(
      `There are no rules for collection year ${year}; those known here begin with ${first}.`,
    );
  }
  return year;
}

/** Codes of --rules, separated by commas. */
export function onlyRules(args: Arguments): readonly string[] | undefined {
  const codes = args.options
    .get('rules')
    ?.split(',')
    .map((code) => code.trim());
  const unknown = codes?.find((code) => !ruleByCode.has(code));
  if (unknown !== undefined)
    throw new CannotRun(`There is no rule ${unknown}; 'cic ssda903 rules' lists them.`);
  return codes;
}

function readPostcodes(path: string, io: CommandIo): PostcodeDirectory {
  const directory = openPostcodeIndex(readFile(resolve(io.cwd, path), path).bytes);
  if (!directory) {
    throw new CannotRun(
      `${path} is not a postcode index; 'cic reference postcodes' makes one from the ONS directory.`,
    );
  }
  return directory;
}

async function readProviderList(
  paths: readonly string[],
  postcodes: PostcodeDirectory | undefined,
  io: CommandIo,
): Promise<ProviderList> {
  const { readProviders } = await import('../reference/read-providers.ts');
  const { providers, problems } = await readProviders(filesAt(paths, io.cwd), postcodes);
  if (problems.length > 0) throw new CannotRun(problems.join('\n'));
  return providers;
}

export interface CheckInput extends ReturnToCheck {
  readonly readFindings: readonly ReadFinding[];
}

/** Reads this year's return, and last year's where it is named. */
export function readInput(
  paths: readonly string[],
  previous: readonly string[],
  reference: Reference,
  io: CommandIo,
): CheckInput {
  if (paths.length === 0) throw new CannotRun('No return was named: give a folder, a zip archive or files.');
  preferShortRuns(paths, io.cwd);
  const now = readOrRefuse(paths, io);
  const last = previous.length === 0 ? undefined : readOrRefuse(previous, io);
  return { ...reference, now: now.return, ...(last && { last: last.return }), readFindings: now.findings };
}

/** Up to a large county's two returns, a run is over before the slow, thorough compilation of its code pays. */
const SHORT_RUN_BYTES = 4_000_000;

/** Leaves a short run to the quick compilers, which saves a quarter of its processor time. */
function preferShortRuns(paths: readonly string[], cwd: string): void {
  if (!isMainThread || bytesAt(paths, cwd) > SHORT_RUN_BYTES) return;
  for (const flag of ['--no-opt', '--no-use-osr', '--always-sparkplug']) setFlagsFromString(flag);
}

/** @throws CannotRun with the sentence of the refusal */
export function readOrRefuse(paths: readonly string[], { cwd }: CommandIo): ReadResult {
  const result = readReturn(filesAt(paths, cwd));
  const refusal = result.findings.find(isRefusal);
  if (refusal) throw new CannotRun(`${refusal.message} ${refusal.fix}`);
  if (Object.keys(result.return.tables).length === 0) {
    throw new CannotRun(
      ['No table of the return was found.', ...result.findings.map(({ message }) => message)].join('\n'),
    );
  }
  return result;
}
