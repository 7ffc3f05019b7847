/** A column of codes: each distinct text once, each row a small number. Row values come back through {@link at}. */
export interface CodeColumn {
  readonly values: readonly string[];
  readonly of: Uint16Array;
}

/** The text of a row; '' stands for blank. */
export const at = (column: CodeColumn, row: number): string => column.values[column.of[row]!]!;

/**
 * Builds a code column of a known length, filled by row number.
 * @throws RangeError beyond 65,535 distinct texts: such a column is not made of codes.
 */
export function codeColumn(length: number): { set(row: number, text: string): void; done(): CodeColumn } {
  const of = new Uint16Array(length);
  const values: string[] = [''];
  const numbers = new Map<string, number>([['', 0]]);
  return {
    set(row, text) {
      let number = numbers.get(text);
      if (number === undefined) {
        number = values.length;
        if (number > 0xffff) throw new RangeError('a code column holds at most 65,535 distinct codes');
        numbers.set(text, number);
        values.push(text);
      }
      of[row] = number;
    },
    done: () => ({ values, of }),
  };
}

/** 1 for each row whose text passes a test; every distinct text is tested once. */
export function flagRows({ of, values }: CodeColumn, test: (code: string) => boolean): Uint8Array {
  const passes = values.map((code) => (test(code) ? 1 : 0));
  const flags = new Uint8Array(of.length);
  for (let row = 0; row < of.length; row++) flags[row] = passes[of[row]!]!;
  return flags;
}
