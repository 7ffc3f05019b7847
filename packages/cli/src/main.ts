import { CannotRun, type Command, type CommandIo } from './command.ts';

/** Commands by group; a group is loaded when it is called, so that starting stays light. */
const GROUPS: Readonly<Record<string, { summary: string; load: () => Promise<readonly Command[]> }>> = {
  ssda903: {
    summary: 'check, explain, compare, repair and write the statutory return',
    load: async () => (await import('./mounted.ts')).onTheReturn(),
  },
  reference: {
    summary: 'prepare reference data: postcodes',
    load: async () => (await import('./mounted.ts')).onReferenceData(),
  },
  disclosure: {
    summary: 'protect and audit tables before they are published',
    load: async () => (await import('./mounted.ts')).onDisclosure(),
  },
  tables: {
    summary: 'read tables as a document prints them, and check them',
    load: async () => (await import('./commands/tables.ts')).tableCommands,
  },
  strategy: {
    summary: 'ask strategies what is overdue, missing or contradicted; the forward plan as a calendar',
    load: async () => (await import('./commands/strategy.ts')).strategyCommands,
  },
  actions: {
    summary: 'bring action plans from spreadsheets, and send them out',
    load: async () => (await import('./commands/actions.ts')).actionCommands,
  },
  access: {
    summary: 'explain who may see what',
    load: async () => (await import('@cic/access/cli')).accessCommands,
  },
  audit: {
    summary: 'verify that nobody has changed the audit',
    load: async () => (await import('@cic/store/cli')).auditCommands,
  },
  store: {
    summary: 'prepare a PostgreSQL database',
    load: async () => (await import('@cic/store/cli')).storeCommands,
  },
};

/** Commands that stand alone. */
const COMMANDS: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  indicators: {
    summary: "compute a council's indicators from its statutory returns",
    load: async () => (await import('./commands/indicators.ts')).indicators,
  },
  report: {
    summary: 'make a board pack or another report: HTML, CSV, XLSX or JSON',
    load: async () => (await import('./commands/report.ts')).report,
  },
  validate: {
    summary: 'check records against a schema: JSON, NDJSON or CSV',
    load: async () => (await import('./commands/validate.ts')).validate,
  },
  synth: {
    summary: 'make a synthetic council, so that no real child is needed',
    load: async () => (await import('./commands/synth.ts')).synth,
  },
};

const pad = (names: readonly string[]): number => Math.max(...names.map((name) => name.length)) + 2;

function help(): string {
  const lines = (entries: Readonly<Record<string, { summary: string }>>) => {
    const width = pad([...Object.keys(GROUPS), ...Object.keys(COMMANDS)]);
    return Object.entries(entries)
      .map(([name, { summary }]) => `  ${name.padEnd(width)}${summary}`)
      .join('\n');
  };
  return `cic: a toolkit for corporate parenting

Usage: cic COMMAND [arguments]

${lines(COMMANDS)}

${lines(GROUPS)}

Every command explains itself with --help. Results go to standard output, messages to standard error.
Exit codes: 0 fine, 1 findings, 2 could not run.
`;
}

function groupHelp(group: string, commands: readonly Command[]): string {
  const width = pad(commands.map(({ name }) => name));
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`).join('\n');
  return `Usage: cic ${group} COMMAND [arguments]\n\n${list}\n`;
}

const wantsHelp = (word: string | undefined): boolean =>
  word === undefined || word === '--help' || word === '-h' || word === 'help';

async function runCommand(command: Command, args: string[], io: CommandIo): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(command.usage.endsWith('\n') ? command.usage : `${command.usage}\n`);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof CannotRun || isUsageError(error)) {
      io.err(`cic: ${error.message}\n`);
      return 2;
    }
    throw error;
  }
}

/** What node:util's parseArgs throws for an option nobody knows. */
const isUsageError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** Runs one call of `cic`. @returns the exit code */
export async function main(args: readonly string[], io: CommandIo): Promise<number> {
  const [first, ...rest] = args;
  if (wantsHelp(first)) {
    io.out(help());
    return first === undefined ? 2 : 0;
  }
  const single = COMMANDS[first!];
  if (single) return runCommand(await single.load(), rest, io);
  const group = GROUPS[first!];
  if (!group) {
    io.err(`cic: there is no command '${first}'. 'cic --help' lists the commands.\n`);
    return 2;
  }
  const commands = await group.load();
  const [name, ...others] = rest;
  const command = commands.find((one) => one.name === name);
  if (command) return runCommand(command, others, io);
  if (wantsHelp(name)) {
    io.out(groupHelp(first!, commands));
    return name === undefined ? 2 : 0;
  }
  io.err(`cic: '${first}' has no command '${name}'. 'cic ${first} --help' lists them.\n`);
  return 2;
}

/** The outside world of a process. */
export const processIo = (): CommandIo => ({
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  cwd: process.env.INIT_CWD ?? process.cwd(),
  isTerminal: process.stderr.isTTY === true,
});
