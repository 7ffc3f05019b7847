/** Requirements that rest on the plugin as a whole rather than on one indicator, duty, check or list. */
export const requirements = {
  'CFG-01': 'partly',
} as const;
