/** Requirements that rest on the records or on the plugin as a whole rather than on one indicator, duty, check or list. */
export const requirements = {
  'SAF-02': 'met',
  'SAF-03': 'met',
  'SAF-15': 'met',
  'SAF-16': 'met',
  'SAF-19': 'met',
  'SAF-21': 'met',
  'REV-07': 'met',
  'D-SAF-05': 'met',
  // That each service says how to complain is engagement's.
  'D-SAF-10': 'partly',
} as const;
