/** What a command may touch besides files. */
export interface CommandIo {
  /** Writes to standard output: results only. */
  readonly out: (text: string) => void;
  /** Writes to standard error: progress and messages. */
  readonly err: (text: string) => void;
  /** Where relative paths start. */
  readonly cwd: string;
  readonly isTerminal: boolean;
}

export interface Command {
  /** As it is typed after `cic`. */
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  /** Exit code: 0 fine, 1 findings, 2 could not run. */
  readonly run: (args: readonly string[], io: CommandIo) => Promise<number>;
}

/** Why a command could not run, in a sentence for the person who typed it. */
export class CannotRun extends Error {}

/** A flag stands alone; an option takes one value; a list takes several. */
export type OptionKinds = Readonly<Record<string, 'flag' | 'option' | 'list'>>;

export interface Arguments {
  readonly positionals: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly options: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

/**
 * Arguments by kind. A list takes the values that follow it, once the command has its own path, so that
 * `validate now/*.csv --previous last/*.csv` means what it says; before that it takes one value.
 * @throws CannotRun for an option that does not exist or lacks its value
 */
function parseArguments(args: readonly string[], kinds: OptionKinds): Arguments {
  const positionals: string[] = [];
  const flags = new Set<string>();
  const options = new Map<string, string>();
  const lists = new Map<string, string[]>();
  let at = 0;
  const isValue = (arg: string | undefined): arg is string => arg !== undefined && !arg.startsWith('--');
  while (at < args.length) {
    const arg = args[at++]!;
    if (!arg.startsWith('--')) {
      positionals.push(arg);
      continue;
    }
    const [name = '', ...inline] = arg.slice(2).split('=');
    const kind = kinds[name];
    if (!kind) throw new CannotRun(`There is no option --${name}; --help lists those there are.`);
    if (kind === 'flag') {
      flags.add(name);
      continue;
    }
    const values = inline.length > 0 ? [inline.join('=')] : [];
    if (values.length === 0 && isValue(args[at])) values.push(args[at++]!);
    if (values.length === 0) throw new CannotRun(`--${name} needs a value; --help shows which.`);
    while (kind === 'list' && positionals.length > 0 && isValue(args[at])) values.push(args[at++]!);
    if (kind === 'option') options.set(name, values[0]!);
    else lists.set(name, [...(lists.get(name) ?? []), ...values]);
  }
  return { positionals, flags, options, lists };
}

/** A command from its parts: answers --help, and turns {@link CannotRun} into its sentence and exit code 2. */
export function defineCommand<K extends OptionKinds>(command: {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly options: K;
  readonly run: (args: Arguments, io: CommandIo) => Promise<number>;
}): Command {
  const { name, summary, usage, options } = command;
  return {
    name,
    summary,
    usage,
    async run(args, io) {
      if (args.includes('--help')) {
        io.out(`${summary}\n\n${usage}\n`);
        return 0;
      }
      try {
        return await command.run(parseArguments(args, options), io);
      } catch (error) {
        if (!(error instanceof CannotRun)) throw error;
        io.err(`${error.message}\n`);
        return 2;
      }
    },
  };
}

/** One of a few words. */
export function choice<W extends string>(
  args: Arguments,
  name: string,
  words: readonly W[],
  otherwise: W,
): W {
  const given = args.options.get(name);
  if (given === undefined) return otherwise;
  const word = words.find((each) => each === given);
  if (!word) throw new CannotRun(`--${name} ${given} is not known; it is one of ${words.join(', ')}.`);
  return word;
}
