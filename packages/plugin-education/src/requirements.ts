/** Requirements that rest on a record or on the plugin as a whole; the others stand on the literal that meets them. */
export const meets = {} as const satisfies Readonly<Record<string, 'met' | 'partly'>>;
