import type { Command } from './command.ts';
import { diff } from './diff.ts';
import { referencePostcodes } from './postcodes.ts';
import { repair } from './repair.ts';
import { rule, rules } from './rules.ts';
import { validate } from './validate.ts';
import { write } from './write.ts';

export type { Command, CommandIo } from './command.ts';

/** The commands on the statutory return. */
export const ssda903Commands: readonly Command[] = [
  validate,
  rule,
  rules,
  diff,
  repair,
  write,
  referencePostcodes,
];
