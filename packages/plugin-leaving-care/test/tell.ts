import type { CareHistory, CouncilConfig, IsoDate, RecordInput } from '@cic/core';
import { aChild, aCouncil, aHistoryWith, asking, type ChildFacts, type ChildStory } from '@cic/core/testing';
import { type LeavingCareOptions, leavingCare } from '../src/index.ts';

/** A council with the plugin, and whatever else it says of itself. */
export const theCouncil = (config: Partial<CouncilConfig> = {}, options?: LeavingCareOptions) =>
  aCouncil({ plugins: [leavingCare(options)], ...config });

export const { result, value, parts, rows, listed, found, due } = asking(theCouncil);

/** Children with records that are about no child. */
export const withOthers = (stories: readonly ChildStory[], ...others: readonly RecordInput[]): CareHistory =>
  aHistoryWith(others, ...stories);

/** Somebody born on 1 May 1998, in care from 12 until the 18th birthday, 1 May 2016. */
export const leaver = (facts: ChildFacts = {}): ChildStory => {
  const story = aChild({ born: '1998-05-01', ...facts });
  const year = Number((facts.born ?? '1998-05-01').slice(0, 4));
  const rest = (facts.born ?? '1998-05-01').slice(4) as `-${number}-${number}`;
  return story.startedOn(`${year + 12}${rest}` as IsoDate).ceasedOn(`${year + 18}${rest}` as IsoDate, 'E17');
};

/** Somebody of an age on 31 March 2017, who was in care from 12 to 18. */
export const aged = (age: number, facts: ChildFacts = {}): ChildStory =>
  leaver({ born: `${2017 - age - 1}-10-01` as IsoDate, ...facts });
