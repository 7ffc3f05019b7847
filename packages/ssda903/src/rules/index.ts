import type { Rule } from '../engine/rule.ts';
import { adopterRules } from './adopters.ts';
import { adoptionDateRules } from './adoption-dates.ts';
import { adoptionDetailRules } from './adoption-details.ts';
import { adoptivePlacementRules } from './adoptive-placements.ts';
import { careLeaverBirthdayRules } from './care-leaver-birthdays.ts';
import { careLeaverTimeInCareRules } from './care-leaver-time-in-care.ts';
import { careLeaverRules } from './care-leavers.ts';
import { careLeaversAndCareRules } from './care-leavers-and-care.ts';
import { carriedOverEpisodeRules } from './carried-over-episodes.ts';
import { childrenInHeaderRules } from './children-in-header.ts';
import { deprivationOfLibertyRules } from './deprivation-of-liberty.ts';
import { differencesFromHeaderRules } from './differences-from-header.ts';
import { duplicateChildrenRules } from './duplicate-children.ts';
import { episodeChangeRules } from './episode-changes.ts';
import { episodeCodeRules } from './episode-codes.ts';
import { episodeDateRules } from './episode-dates.ts';
import { episodeSequenceRules } from './episode-sequence.ts';
import { healthItemRules } from './health-items.ts';
import { incompatibleDetailRules } from './incompatible-details.ts';
import { legalStatusLimitRules } from './legal-status-limits.ts';
import { libertyAndPlacementRules } from './liberty-and-placement.ts';
import { missingFromCareRules } from './missing-from-care.ts';
import { missingPeriodRules } from './missing-periods.ts';
import { ofstedListRules } from './ofsted-list.ts';
import { ofstedUrnRules } from './ofsted-urn.ts';
import { placedForAdoptionRules } from './placed-for-adoption.ts';
import { placedForAdoptionLastYearRules } from './placed-for-adoption-last-year.ts';
import { placementLocationRules } from './placement-location.ts';
import { placementTypeRules } from './placement-types.ts';
import { previousPermanenceRules } from './previous-permanence.ts';
import { reviewRules } from './reviews.ts';
import { shortBreakRules } from './short-breaks.ts';
import { socialWorkerChangeRules } from './social-worker-changes.ts';
import { socialWorkerRules } from './social-workers.ts';
import { strengthsAndDifficultiesRules } from './strengths-and-difficulties.ts';
import { substanceMisuseRules } from './substance-misuse.ts';
import { temporaryPlacementRules } from './temporary-placements.ts';

/** Every rule, of all collection years, by code. */
export const rules: readonly Rule[] = [
  ...substanceMisuseRules,
  ...strengthsAndDifficultiesRules,
  ...reviewRules,
  ...placedForAdoptionLastYearRules,
  ...placedForAdoptionRules,
  ...incompatibleDetailRules,
  ...healthItemRules,
  ...careLeaverRules,
  ...adoptivePlacementRules,
  ...adoptionDateRules,
  ...adopterRules,
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
  ...missingPeriodRules,
  ...missingFromCareRules,
  ...previousPermanenceRules,
  ...deprivationOfLibertyRules,
  ...libertyAndPlacementRules,
  ...childrenInHeaderRules,
  ...differencesFromHeaderRules,
  ...duplicateChildrenRules,
  ...socialWorkerRules,
  ...socialWorkerChangeRules,
  ...adoptionDetailRules,
  ...careLeaversAndCareRules,
  ...careLeaverBirthdayRules,
  ...careLeaverTimeInCareRules,
].sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
