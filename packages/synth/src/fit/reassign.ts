import type { Day } from '@cic/core';
import type { Random } from '../random/random.ts';
import type { Cell } from './columns.ts';
import type { Counts } from './marginals.ts';
import { type Miss, Program } from './program.ts';

/** A 31 March, and the one before it that has come out already: what began before that is not touched any more. */
export interface Snapshot {
  readonly year: number;
  readonly before: Day;
}

/** One child on a 31 March: the category it would be in, and those it may be moved to, each at a cost. */
export interface Choice {
  readonly natural: string;
  readonly others: ReadonlyMap<string, number>;
}

const WEIGHT = 1;

/** Chooses a category for every child, so that the table comes out with as few and as small changes as can be. */
export async function reassigned(
  choices: readonly Choice[],
  counts: Counts,
  cell: Omit<Cell, 'category'>,
  random: Random,
): Promise<{ chosen: string[]; misses: readonly Miss<Cell>[] }> {
  const alike = new Map<string, { choice: Choice; members: number[] }>();
  choices.forEach((choice, i) => {
    const key = JSON.stringify([choice.natural, [...choice.others]]);
    const known = alike.get(key);
    if (known) known.members.push(i);
    else alike.set(key, { choice, members: [i] });
  });
  const program = new Program<Cell>();
  const columns = [...alike.values()].flatMap(({ choice, members }) => {
    const shuffled = random.shuffled(members);
    const options = [[choice.natural, 0] as const, ...choice.others];
    const own = options.map(([category, cost]) => ({
      members: shuffled,
      category,
      variable: program.variable(members.length, cost),
    }));
    program.total(
      own.map(({ variable }) => variable),
      members.length,
    );
    return own;
  });
  for (const [category, wanted] of Object.entries(counts)) {
    const variables = columns
      .filter((column) => column.category === category)
      .map(({ variable }) => variable);
    program.wish({ ...cell, category }, variables, wanted, WEIGHT);
  }
  const { value, misses } = await program.solve();
  const chosen = choices.map(({ natural }) => natural);
  const taken = new Map<readonly number[], number>();
  for (const { members, category, variable } of columns) {
    let at = taken.get(members) ?? 0;
    for (let i = 0; i < value(variable); i++) chosen[members[at++]!] = category;
    taken.set(members, at);
  }
  return { chosen, misses };
}
