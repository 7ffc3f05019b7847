export const IN_CARE_AT_END = 'children in care on the last day of the period';
export const COHORT =
  'children of school age (Year 1 to Year 11) in care in the period and looked after for twelve months at 31 March (30 September for a period that ends then)';

/** Whom the engine asks: everybody else is outside the population anyway. */
export const AT_END = 'in care at the end' as const;
export const IN_PERIOD = 'looked after in the period' as const;
