import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { policyOf } from '@cic/access';
import type { Council } from '@cic/core';
import { type AuditHead, auditHead, verifyAudit } from './audit/verify.ts';
import type { Database } from './database/database.ts';
import { createLogin, migrate } from './database/migrate.ts';
import { postgres } from './database/postgres.ts';
import type { Migration } from './migrations/migration.ts';

interface CommandIo {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly cwd: string;
  readonly isTerminal: boolean;
}

interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly run: (args: readonly string[], io: CommandIo) => Promise<number>;
}

type Options = Readonly<Record<string, string | undefined>>;

/** Why a command could not run, in a sentence for the person who typed it. */
class CannotRun extends Error {}

function optionsFrom(args: readonly string[], known: readonly string[]): Options {
  const options: Record<string, string> = {};
  for (let at = 0; at < args.length; at += 2) {
    const name = args[at]!.replace(/^--/, '');
    const value = args[at + 1];
    if (!args[at]!.startsWith('--') || !known.includes(name)) {
      throw new CannotRun(
        `There is no option '${args[at]}'; there are: ${known.map((one) => `--${one}`).join(', ')}.`,
      );
    }
    if (value === undefined) throw new CannotRun(`--${name} needs a value.`);
    options[name] = value;
  }
  return options;
}

const needed = (options: Options, name: string, otherwise?: string): string => {
  const value = options[name] ?? otherwise;
  if (value === undefined) throw new CannotRun(`--${name} is needed; --help shows what it is.`);
  return value;
};

/** A command from its parts: a mistake in how it was called is told in its sentence, with exit code 2. */
const command = (
  name: string,
  summary: string,
  usage: string,
  known: readonly string[],
  work: (options: Options, io: CommandIo) => Promise<number>,
): Command => ({
  name,
  summary,
  usage,
  async run(args, io) {
    try {
      return await work(optionsFrom(args, known), io);
    } catch (error) {
      io.err(`${error instanceof Error ? error.message : String(error)}\n`);
      return 2;
    }
  },
});

async function withDatabase<R>(options: Options, work: (database: Database) => Promise<R>): Promise<R> {
  const database = postgres({
    url: needed(options, 'database', process.env.CIC_DATABASE_URL),
    council: needed(options, 'council'),
    connections: 1,
    statementTimeout: 0,
  });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const printed = ({ seq, hash }: AuditHead): string => `${seq}:${hash}`;

function headFrom(text: string | undefined): AuditHead | undefined {
  if (text === undefined) return undefined;
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) {
    throw new CannotRun(`--noted is what 'cic audit head' printed, like 120:0f3a…, but is '${text}'.`);
  }
  return { seq: Number(seq), hash };
}

const AUDIT_OPTIONS = `  --database URL   postgres://… with the application's login; or CIC_DATABASE_URL
  --council ID     whose audit`;

const verify = command(
  'verify',
  'recompute the audit’s chain and name the first entry that was tampered with',
  `Usage: cic audit verify --council ID [--database URL] [--noted SEQ:HASH]

Walks the audit of a council from its first entry to its last and recomputes every hash.

${AUDIT_OPTIONS}
  --noted HEAD     what 'cic audit head' printed earlier: also finds entries cut off at the end

Exit codes: 0 whole, 1 tampered with, 2 could not run.
`,
  ['database', 'council', 'noted'],
  async (options, io) => {
    const noted = headFrom(options.noted);
    const { whole, entries, head, broken } = await withDatabase(options, (database) =>
      verifyAudit(database, database.council, noted),
    );
    if (whole) {
      io.out(`The audit is whole: ${entries} entries, head ${printed(head)}\n`);
      return 0;
    }
    io.out(`The audit is whole up to entry ${head.seq}. Entry ${broken!.seq}: ${broken!.how}.\n`);
    return 1;
  },
);

const head = command(
  'head',
  'print the end of the audit’s chain, to be noted elsewhere',
  `Usage: cic audit head --council ID [--database URL]

Prints the number and hash of the last entry. Kept somewhere the database's administrators cannot
write, it proves later that nothing before it was changed or cut off.

${AUDIT_OPTIONS}
`,
  ['database', 'council'],
  async (options, io) => {
    io.out(`${printed(await withDatabase(options, (database) => auditHead(database, database.council)))}\n`);
    return 0;
  },
);

/** `cic audit …` */
export const auditCommands: readonly Command[] = [verify, head];

interface Configuration {
  readonly default?: Council;
  readonly policy?: ReturnType<typeof policyOf>;
  readonly migrations?: Readonly<Record<string, readonly Migration[]>>;
}

const migrateCommand = command(
  'migrate',
  'bring a PostgreSQL database to the shape this version needs',
  `Usage: cic store migrate --config council.config.ts --owner URL

Forward only, from an empty database or any earlier version. Run it as the owner of the database,
before the new version of the application starts. Running it again does nothing.

  --config FILE   the council's configuration; it may export 'policy' and its plugins' 'migrations'
  --owner URL     postgres://… as the owner; or CIC_OWNER_URL
`,
  ['config', 'owner'],
  async (options, io) => {
    const file = needed(options, 'config');
    const loaded = (await import(pathToFileURL(resolve(io.cwd, file)).href)) as Configuration;
    if (!loaded.default?.records) throw new CannotRun(`'${file}' has to export a council by default.`);
    const { assignments } = loaded.policy ?? policyOf(loaded.default);
    const taken = await migrate(needed(options, 'owner', process.env.CIC_OWNER_URL), {
      assignments,
      ...(loaded.migrations ? { plugins: loaded.migrations } : {}),
    });
    io.out(taken.length === 0 ? 'Nothing to do.\n' : `${taken.join('\n')}\n`);
    return 0;
  },
);

const login = command(
  'login',
  'make a database login for the application that may use some councils only',
  `Usage: cic store login --name NAME --councils ID,ID --owner URL

The password is read from CIC_LOGIN_PASSWORD, so that it is in no history of commands.

  --name NAME       of the login: derby_app
  --councils IDS    councils it may use
  --owner URL       postgres://… as an owner who may create roles; or CIC_OWNER_URL
`,
  ['name', 'councils', 'owner'],
  async (options, io) => {
    const name = needed(options, 'name');
    const password = process.env.CIC_LOGIN_PASSWORD;
    await createLogin(needed(options, 'owner', process.env.CIC_OWNER_URL), {
      name,
      councils: needed(options, 'councils').split(','),
      ...(password === undefined ? {} : { password }),
    });
    io.out(`The login ${name} may use ${options.councils}.\n`);
    return 0;
  },
);

/** `cic store …` */
export const storeCommands: readonly Command[] = [migrateCommand, login];
