import type { Rule } from '../engine/rule.ts';
import { carriedOverEpisodeRules } from './carried-over-episodes.ts';
import { episodeChangeRules } from './episode-changes.ts';
import { episodeCodeRules } from './episode-codes.ts';
import { episodeDateRules } from './episode-dates.ts';
import { episodeSequenceRules } from './episode-sequence.ts';
import { legalStatusLimitRules } from './legal-status-limits.ts';
import { ofstedListRules } from './ofsted-list.ts';
import { ofstedUrnRules } from './ofsted-urn.ts';
import { placementLocationRules } from './placement-location.ts';
import { placementTypeRules } from './placement-types.ts';
import { shortBreakRules } from './short-breaks.ts';
import { temporaryPlacementRules } from './temporary-placements.ts';

/** Every rule, of all collection years, by code. */
export const rules: readonly Rule[] = [
  ...temporaryPlacementRules,
  ...placementTypeRules,
  ...placementLocationRules,
  ...ofstedUrnRules,
  ...ofstedListRules,
  ...legalStatusLimitRules,
  ...episodeSequenceRules,
  ...episodeDateRules,
  ...episodeCodeRules,
  ...episodeChangeRules,
  ...carriedOverEpisodeRules,
  ...shortBreakRules,
].sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
