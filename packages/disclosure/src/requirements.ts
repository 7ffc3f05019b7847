/** Which requirements this package meets; each is named in the title of a test that shows it. */
export const requirements: Readonly<Record<string, 'met' | 'partly'>> = {};
