import { audit } from '../audit.ts';
import { writeCsv } from '../csv.ts';
import { auditText, proofText, publicationText } from '../format.ts';
import type { Policy } from '../policy.ts';
import { protect } from '../protect/protect.ts';
import type { Publication } from '../publication.ts';
import { readPublication, together } from '../read.ts';

/** What a command may do to the world: read a file (`-` is standard input), write results, write messages. */
export interface CommandIo {
  readFile(path: string): Promise<string>;
  write(text: string): void;
  error(text: string): void;
  /** For `--out`; without it the option is refused. */
  writeFile?(path: string, text: string): Promise<void>;
}

/** A command of `cic disclosure`. Exit codes: 0 fine, 1 something is given away, 2 could not run. */
export interface DisclosureCommand {
  readonly name: 'protect' | 'audit';
  readonly summary: string;
  readonly usage: string;
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

const protectCommand = command(
  'protect',
  'Hide what is small, and as little else as keeps it hidden; prove it',
  `cic disclosure protect FILE [--policy p.json] [--format json|table|csv] [--out FILE]

FILE is a publication as JSON or a tidy CSV (a column n, one column per dimension); - is standard input.
  --policy FILE   the policy as JSON; else the one in FILE; else numbers from 1 to 4 are hidden
  --format        json (default, with the proof), table or csv
  --out FILE      write there instead of standard output
Exit code 1 when something cannot be protected, 2 when the input cannot be read.`,
  ['json', 'table', 'csv'],
  async (publication, policy, format) => {
    const out = await protect(publication, policy);
    const text =
      format === 'csv'
        ? writeCsv(out)
        : format === 'table'
          ? `${publicationText(out, out.policy)}\n\n${proofText(out.proof)}\n`
          : `${JSON.stringify(out)}\n`;
    return { text, message: format === 'table' ? '' : proofText(out.proof), ok: out.proof.ok };
  },
);

const auditCommand = command(
  'audit',
  'What a reader of these tables can work out: the interval of every count not printed',
  `cic disclosure audit FILES… [--policy p.json] [--format json|table]

FILES are publications as JSON (also what protect puts out) or tidy CSV, read together; - is standard input.
  --policy FILE   the policy as JSON; else the one in the files
  --format        table (default, in words) or json
Exit code 1 when a count is given away, 2 when the input cannot be read.`,
  ['table', 'json'],
  async (publication, policy, format) => {
    const report = await audit(publication, policy);
    return {
      text: `${format === 'json' ? JSON.stringify(report) : auditText(report)}\n`,
      message: '',
      ok: report.ok,
    };
  },
);

/** The commands that the `cic` command mounts under `cic disclosure`. */
export const disclosureCommands: readonly DisclosureCommand[] = [protectCommand, auditCommand];

type Work = (
  publication: Publication,
  policy: Policy | undefined,
  format: string,
) => Promise<{ text: string; message: string; ok: boolean }>;

function command(
  name: DisclosureCommand['name'],
  summary: string,
  usage: string,
  formats: readonly string[],
  work: Work,
): DisclosureCommand {
  return {
    name,
    summary,
    usage,
    async run(args, io) {
      try {
        const options = readArguments(args, formats);
        if (options.help) {
          io.write(`${usage}\n`);
          return 0;
        }
        if (options.files.length === 0 || (name === 'protect' && options.files.length > 1))
          throw new Error(
            `${name} takes ${name === 'protect' ? 'one FILE' : 'at least one FILE'}; see --help.`,
          );
        if (options.out && !io.writeFile) throw new Error('--out: files cannot be written from here.');
        const publications = await Promise.all(
          options.files.map(async (file) => readPublication(await readText(io, file), file)),
        );
        const policy = options.policy
          ? readPolicy(await readText(io, options.policy), options.policy)
          : undefined;
        const publication = publications.length === 1 ? publications[0]! : together(publications);
        const { text, message, ok } = await work(publication, policy, options.format);
        if (options.out) await io.writeFile?.(options.out, text);
        else io.write(text);
        if (message) io.error(`${message}\n`);
        return ok ? 0 : 1;
      } catch (error) {
        io.error(`${error instanceof Error ? error.message : String(error)}\n`);
        return 2;
      }
    },
  };
}

interface Options {
  readonly files: readonly string[];
  readonly policy: string | undefined;
  readonly format: string;
  readonly out: string | undefined;
  readonly help: boolean;
}

function readArguments(args: readonly string[], formats: readonly string[]): Options {
  const files: string[] = [];
  const values: Record<string, string | undefined> = {};
  let help = false;
  for (let i = 0; i < args.length; i++) {
    const [name, inline] = args[i]!.startsWith('--')
      ? (args[i]!.split(/=(.*)/s) as [string, string?])
      : [args[i]!];
    if (name === '--help' || name === '-h') help = true;
    else if (name === '--policy' || name === '--format' || name === '--out') {
      const value = inline ?? args[++i];
      if (value === undefined) throw new Error(`${name} needs a value.`);
      values[name] = value;
    } else if (name.startsWith('-') && name !== '-') throw new Error(`${name} is not an option; see --help.`);
    else files.push(name);
  }
  const format = values['--format'] ?? formats[0]!;
  if (!formats.includes(format))
    throw new Error(`--format: '${format}' is not one of ${formats.join(', ')}.`);
  return { files, policy: values['--policy'], format, out: values['--out'], help };
}

async function readText(io: CommandIo, file: string): Promise<string> {
  try {
    return await io.readFile(file);
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'no such file' : String(error);
    throw new Error(`${file === '-' ? 'standard input' : file}: could not be read (${reason}).`);
  }
}

function readPolicy(text: string, file: string): Policy {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: not valid JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${file}: expected a policy object.`);
  const inner = 'policy' in value ? value.policy : value;
  return inner as Policy;
}
