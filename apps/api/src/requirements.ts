/** Requirements that rest on the API as a whole rather than on one literal. */
export const requirements = {
  'D-API-01': 'partly',
  'D-API-04': 'met',
  'D-API-05': 'met',
  'D-API-06': 'met',
  'D-API-09': 'partly',
  'D-API-11': 'met',
  'D-SUP-22': 'met',
  'CFG-08': 'partly',
  'CFG-09': 'met',
} as const satisfies Readonly<Record<string, 'met' | 'partly'>>;
