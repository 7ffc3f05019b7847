import type { ExampleReturn, Rule } from './rule.ts';
import { type CheckOptions, runExample } from './testing.ts';

type Cells = Readonly<Record<string, string>>;
type Others = Omit<ExampleReturn, 'Episodes'>;

/** For tests: the rows of Episodes that a rule flags, in a return with these episodes and other tables. */
export const flaggedBy =
  (rules: readonly Rule[]) =>
  (
    code: string,
    Episodes: readonly Cells[],
    others: Others = {},
    options: CheckOptions = {},
  ): readonly number[] => {
    const rule = rules.find((each) => each.code === code);
    if (!rule) throw new RangeError(`There is no rule ${code} here`);
    const result = runExample(rule, { ...others, Episodes }, options);
    if (result.status === 'skipped') throw new RangeError(result.reason);
    return result.rows.Episodes ?? [];
  };
