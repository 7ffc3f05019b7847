import { rowsOfVariables, type System } from './system.ts';

/** One step: because of this row, the variable's bound moved. Later steps rest on earlier ones. */
export interface Step {
  readonly variable: number;
  readonly side: 'low' | 'high';
  readonly value: number;
  readonly row: number;
}

export interface Propagated {
  readonly low: number[];
  readonly high: number[];
  readonly steps: readonly Step[];
  /** The row that cannot hold, when there is one. */
  readonly conflict: number | undefined;
}

const roundsPerRow = 40;

/**
 * Bounds that follow from one row at a time, repeated until nothing moves: exact where it decides, and its steps can be
 * told in words. Slow chains are cut off after a number of visits to a row; the solvers finish those.
 */
export function propagate(system: System): Propagated {
  const low = [...system.low];
  const high = [...system.high];
  const steps: Step[] = [];
  const rowsOf = rowsOfVariables(system);
  const queue = system.rows.map((_, r) => r);
  const queued = new Uint8Array(system.rows.length).fill(1);
  const visits = new Uint16Array(system.rows.length);
  let conflict: number | undefined;

  const move = (variable: number, side: 'low' | 'high', value: number, row: number): void => {
    if (side === 'low') low[variable] = value + 0;
    else high[variable] = value + 0; // + 0: no negative zero
    steps.push({ variable, side, value, row });
    for (const r of rowsOf[variable]!)
      if (!queued[r] && visits[r]! < roundsPerRow) {
        queued[r] = 1;
        queue.push(r);
      }
  };

  for (let q = 0; q < queue.length && conflict === undefined; q++) {
    const r = queue[q]!;
    queued[r] = 0;
    visits[r]!++;
    const row = system.rows[r]!;
    let minimum = 0;
    let maximum = 0;
    let openBelow = 0;
    let openAbove = 0;
    row.variables.forEach((variable, i) => {
      const c = row.coefficients[i]!;
      const [least, most] =
        c > 0 ? [low[variable]! * c, high[variable]! * c] : [high[variable]! * c, low[variable]! * c];
      if (least === Number.NEGATIVE_INFINITY) openBelow++;
      else minimum += least;
      if (most === Number.POSITIVE_INFINITY) openAbove++;
      else maximum += most;
    });
    if ((openBelow === 0 && minimum > row.high) || (openAbove === 0 && maximum < row.low)) {
      conflict = r;
      break;
    }
    for (let i = 0; i < row.variables.length; i++) {
      const variable = row.variables[i]!;
      const c = row.coefficients[i]!;
      const [least, most] =
        c > 0 ? [low[variable]! * c, high[variable]! * c] : [high[variable]! * c, low[variable]! * c];
      const othersOpenBelow = openBelow - (least === Number.NEGATIVE_INFINITY ? 1 : 0);
      const othersOpenAbove = openAbove - (most === Number.POSITIVE_INFINITY ? 1 : 0);
      const othersMinimum = least === Number.NEGATIVE_INFINITY ? minimum : minimum - least;
      const othersMaximum = most === Number.POSITIVE_INFINITY ? maximum : maximum - most;
      const ceiling = othersOpenBelow === 0 ? (row.high - othersMinimum) / c : c > 0 ? Infinity : -Infinity;
      const floor = othersOpenAbove === 0 ? (row.low - othersMaximum) / c : c > 0 ? -Infinity : Infinity;
      const [from, to] =
        c > 0 ? [Math.ceil(floor), Math.floor(ceiling)] : [Math.ceil(ceiling), Math.floor(floor)];
      let moved = false;
      if (from > low[variable]!) {
        move(variable, 'low', from, r);
        moved = true;
      }
      if (to < high[variable]!) {
        move(variable, 'high', to, r);
        moved = true;
      }
      if (low[variable]! > high[variable]!) {
        conflict = r;
        break;
      }
      if (moved && visits[r]! < roundsPerRow && !queued[r]) {
        queued[r] = 1;
        queue.push(r);
      }
      if (moved) break;
    }
  }
  return { low, high, steps, conflict };
}
