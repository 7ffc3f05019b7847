import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Council, defineCouncil } from '@cic/core';
import { explainAccess } from './explain.ts';
import { type Policy, policyOf } from './policy.ts';

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

const USAGE = `Usage: cic access explain --role ROLE --record TYPE [--council council.config.ts]

Says in words what people of a role may do with records of a type. Without a council's
configuration it explains the rules every council starts with.

  --role ROLE       social-worker, designated-nurse, analyst …
  --record TYPE     episode, review, adoption-decision …
  --council FILE    a council's configuration: its plugins' rules and its own overrides

Exit codes: 0 explained, 2 could not run.
`;

/** The council a configuration exports by default, and the policy it exports as `policy` where it has its own. */
async function policyFrom(file: string | undefined, cwd: string): Promise<Policy> {
  if (file === undefined) return policyOf(defineCouncil({ id: 'any', name: 'Any council' }));
  const loaded = (await import(pathToFileURL(resolve(cwd, file)).href)) as {
    readonly default?: Council;
    readonly policy?: Policy;
  };
  if (loaded.policy) return loaded.policy;
  if (!loaded.default?.records) throw new RangeError(`'${file}' has to export a council by default.`);
  return policyOf(loaded.default);
}

const explain: Command = {
  name: 'explain',
  summary: 'say in words what a role may do with a record type',
  usage: USAGE,
  async run(args, io) {
    const option = (name: string): string | undefined => {
      const at = args.indexOf(`--${name}`);
      return at < 0 ? undefined : args[at + 1];
    };
    const role = option('role');
    const record = option('record');
    if (role === undefined || record === undefined) {
      io.err(`cic access explain needs --role and --record.\n\n${USAGE}`);
      return 2;
    }
    try {
      const lines = explainAccess(await policyFrom(option('council'), io.cwd), role, record);
      io.out(`${lines.join('\n')}\n`);
      return 0;
    } catch (error) {
      io.err(`${error instanceof Error ? error.message : String(error)}\n`);
      return 2;
    }
  },
};

/** `cic access …` */
export const accessCommands: readonly Command[] = [explain];
