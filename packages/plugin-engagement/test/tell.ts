import type { CareHistory, CouncilConfig, RecordInput } from '@cic/core';
import { aCouncil, aHistoryWith, asking, type ChildStory } from '@cic/core/testing';
import { type EngagementOptions, engagement } from '../src/index.ts';

/** A council with the plugin, and whatever else it says of itself. */
export const theCouncil = (config: Partial<CouncilConfig> = {}, options?: EngagementOptions) =>
  aCouncil({ plugins: [engagement(options)], ...config });

export const { result, value, parts, rows, listed, found, due } = asking(theCouncil);

/** Children with records that are about no child. */
export const withOthers = (stories: readonly ChildStory[], ...others: readonly RecordInput[]): CareHistory =>
  aHistoryWith(others, ...stories);
