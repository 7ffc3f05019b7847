/** Requirements that rest on the store as a whole rather than on one literal. */
export const requirements = {
  'D-PLN-12': 'met',
  'CFG-10': 'met',
  'D-REF-01': 'partly',
} as const satisfies Readonly<Record<string, 'met' | 'partly'>>;
