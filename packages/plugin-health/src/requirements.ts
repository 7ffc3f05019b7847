/**
 * Requirements that rest on the records or on the plugin as a whole; those met by computing stand on the indicators,
 * duties, checks, lists and reports that do so.
 */
export const requirements = {
  'HLT-20': 'met',
  'HLT-27': 'met',
  'HLT-30': 'met',
  'CFG-01': 'partly',
  'CFG-06': 'met',
} as const;
