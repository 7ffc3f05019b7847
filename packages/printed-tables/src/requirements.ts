/** Which requirements this package meets; each is named in the title of a test that shows it. */
export const requirements: Readonly<Record<string, 'met' | 'partly'>> = {
  'CFG-11': 'met',
  'D-LOC-10': 'met',
  'D-PUB-01': 'met',
  'D-PUB-02': 'met',
  'D-PUB-06': 'met',
  'D-PUB-07': 'met',
  'D-REF-04': 'met',
  'D-REF-19': 'met',
  'DQ-01': 'met',
  'DQ-02': 'met',
  'DQ-04': 'met',
  'DQ-05': 'met',
  'DQ-12': 'met',
};
