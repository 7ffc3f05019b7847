/** Linear inequalities over whole numbers: the form in which every question about a publication is answered. */
export interface System {
  readonly low: readonly number[];
  /** Infinity where nothing bounds a variable from above. */
  readonly high: readonly number[];
  readonly rows: readonly Row[];
}

/** low <= sum of coefficients[i] * variable[variables[i]] <= high. */
export interface Row {
  readonly variables: readonly number[];
  readonly coefficients: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** Smallest and largest value of a variable; `proven: false` when a limit stopped the solver (then it may be wider). */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly proven: boolean;
}

/** The value of a row's sum at a point. */
export function activity(row: Row, point: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < row.variables.length; i++) sum += row.coefficients[i]! * point[row.variables[i]!]!;
  return sum;
}

export const holds = (row: Row, point: ArrayLike<number>): boolean => {
  const sum = activity(row, point);
  return sum >= row.low && sum <= row.high;
};

/** Rows of each variable. */
export function rowsOfVariables(system: System): number[][] {
  const rows: number[][] = system.low.map(() => []);
  system.rows.forEach((row, r) => {
    for (const variable of row.variables) rows[variable]!.push(r);
  });
  return rows;
}

/** Variables that are not fixed, grouped by the rows that tie them together; each with its rows. */
export function components(
  system: System,
  free: (variable: number) => boolean,
): { variables: number[]; rows: number[] }[] {
  const rowsOf = rowsOfVariables(system);
  const seen = new Uint8Array(system.low.length);
  const rowSeen = new Uint8Array(system.rows.length);
  const found: { variables: number[]; rows: number[] }[] = [];
  for (let start = 0; start < system.low.length; start++) {
    if (seen[start] || !free(start)) continue;
    const variables = [start];
    const rows: number[] = [];
    seen[start] = 1;
    for (let i = 0; i < variables.length; i++)
      for (const r of rowsOf[variables[i]!]!) {
        if (rowSeen[r]) continue;
        rowSeen[r] = 1;
        rows.push(r);
        for (const next of system.rows[r]!.variables)
          if (!seen[next] && free(next)) {
            seen[next] = 1;
            variables.push(next);
          }
      }
    found.push({ variables, rows });
  }
  return found;
}

/** The system left when every variable outside `keep` stands at its value in `point`. */
export function restrict(
  system: System,
  keep: readonly number[],
  rows: readonly number[],
  point: ArrayLike<number>,
): System {
  const position = new Map(keep.map((variable, i) => [variable, i]));
  return {
    low: keep.map((variable) => system.low[variable]!),
    high: keep.map((variable) => system.high[variable]!),
    rows: rows.map((r) => {
      const row = system.rows[r]!;
      const variables: number[] = [];
      const coefficients: number[] = [];
      let fixed = 0;
      row.variables.forEach((variable, i) => {
        const at = position.get(variable);
        if (at === undefined) fixed += row.coefficients[i]! * point[variable]!;
        else {
          variables.push(at);
          coefficients.push(row.coefficients[i]!);
        }
      });
      return { variables, coefficients, low: row.low - fixed, high: row.high - fixed };
    }),
  };
}
