/** Requirements that rest on several literals or on somebody else too; the others stand on the literal that meets them. */
export const requirements = {
  // The prediction is a figure of its own; hiding small ones in publication is the work of disclosure control.
  'D-EDU-08': 'partly',
  // Indicators exist without a figure; a trend in words is not kept with them.
  'IND-33': 'partly',
} as const;
