import type { CheckContext } from './context.ts';

/** Whether a row's child was continuously looked after all year; no child without a CHILD or without episodes was. */
export const inCareAllYear = (childId: string, { child }: CheckContext): boolean =>
  child(childId)?.continuouslyLookedAfter ?? false;
