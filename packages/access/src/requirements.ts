/** Requirements that rest on the policy engine as a whole rather than on one literal. */
export const requirements = {
  'CFG-08': 'met',
  'CFG-10': 'partly',
  'D-SUP-22': 'partly',
  'D-API-11': 'partly',
  'D-CHI-38': 'met',
} as const satisfies Readonly<Record<string, 'met' | 'partly'>>;
