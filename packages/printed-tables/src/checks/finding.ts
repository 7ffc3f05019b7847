/** Something in printed tables that cannot be right, or was hard to read. */
export interface Finding {
  readonly check:
    | 'sum'
    | 'share'
    | 'percent'
    | 'possible'
    | 'average'
    | 'base'
    | 'equal'
    | 'part'
    | 'title'
    | 'labels'
    | 'heading'
    | 'print';
  readonly table: string;
  readonly row?: string;
  readonly column?: string;
  /** What stands there. */
  readonly printed?: string;
  /** What would be right, where that can be said. */
  readonly expected?: string;
  /** In a sentence. */
  readonly message: string;
}

/** A number as people print it: thousands by comma, no more decimals than given. */
export const inPrint = (value: number, decimals = 0): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: decimals });

/** `9` for an exact number, `0 to 18` for what is only known within bounds. */
export function rangeInPrint([low, high]: readonly [number, number], decimals = 0): string {
  if (low === high) return inPrint(low, decimals);
  if (high === Number.POSITIVE_INFINITY) return `at least ${inPrint(low, decimals)}`;
  return `${inPrint(low, decimals)} to ${inPrint(high, decimals)}`;
}
