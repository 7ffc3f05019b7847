/** The council has every plugin that its report touches but placements’ sufficiency, which is not built. */
export const requirements = { 'CFG-03': 'partly' } as const satisfies Readonly<
  Record<string, 'met' | 'partly'>
>;
