/** Requirements that rest on the plugin as a whole rather than on one indicator, duty, check or list. */
export const requirements = {
  'ADP-20': 'met',
} as const;
