/** The council has every plugin that its strategy touches but placements’ sufficiency, which is not built. */
export const requirements = { 'CFG-02': 'partly' } as const satisfies Readonly<
  Record<string, 'met' | 'partly'>
>;
