const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?\s*$/i;

/** A number written in digits, so that 1, 1.0 and 01 are the same; NaN for anything else, also for blank. */
export const numberIn = (text: string): number => (NUMBER.test(text) ? Number(text) : Number.NaN);
