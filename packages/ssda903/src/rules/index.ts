import type { Rule } from '../engine/rule.ts';
import { adopterRules } from './adopters.ts';
import { adoptionDateRules } from './adoption-dates.ts';
import { adoptionDetailRules } from './adoption-details.ts';
import { adoptivePlacementRules } from './adoptive-placements.ts';
import { ageAtStartRules } from './age-at-start.ts';
import { asylumSeekingChildrenRules } from './asylum-seeking-children.ts';
import { asylumStatusLastYearRules } from './asylum-status-last-year.ts';
import { careLeaverBirthdayRules } from './care-leaver-birthdays.ts';
import { careLeaverTimeInCareRules } from './care-leaver-time-in-care.ts';
import { careLeaverRules } from './care-leavers.ts';
import { careLeaversAndCareRules } from './care-leavers-and-care.ts';
import { carriedOverEpisodeRules } from './carried-over-episodes.ts';
import { childrenInHeaderRules } from './children-in-header.ts';
import { childrenWithoutEpisodesRules } from './children-without-episodes.ts';
import { continuingEpisodeRules } from './continuing-episodes.ts';
import { deprivationOfLibertyRules } from './deprivation-of-liberty.ts';
import { differencesFromHeaderRules } from './differences-from-header.ts';
import { duplicateChildrenRules } from './duplicate-children.ts';
import { episodeChangeRules } from './episode-changes.ts';
import { episodeCodeRules } from './episode-codes.ts';
import { episodeDateRules } from './episode-dates.ts';
import { episodeSequenceRules } from './episode-sequence.ts';
import { healthItemRules } from './health-items.ts';
import { incompatibleDetailRules } from './incompatible-details.ts';
import { leavingCareRules } from './leaving-care.ts';
import { legalStatusLimitRules } from './legal-status-limits.ts';
import { libertyAndPlacementRules } from './liberty-and-placement.ts';
import { longStayRules } from './long-stays.ts';
import { missingFromCareRules } from './missing-from-care.ts';
import { missingPeriodRules } from './missing-periods.ts';
import { motherRules } from './mothers.ts';
import { ofstedListRules } from './ofsted-list.ts';
import { ofstedUrnRules } from './ofsted-urn.ts';
import { placedForAdoptionRules } from './placed-for-adoption.ts';
import { placedForAdoptionLastYearRules } from './placed-for-adoption-last-year.ts';
import { placementLocationRules } from './placement-location.ts';
import { placementTypeRules } from './placement-types.ts';
import { previousPermanenceRules } from './previous-permanence.ts';
import { providerAndPlacementRules } from './provider-and-placement.ts';
import { reviewRules } from './reviews.ts';
import { sexBirthAndEthnicityRules } from './sex-birth-and-ethnicity.ts';
import { shortBreakRules } from './short-breaks.ts';
import { socialWorkerChangeRules } from './social-worker-changes.ts';
import { socialWorkerRules } from './social-workers.ts';
import { strengthsAndDifficultiesRules } from './strengths-and-difficulties.ts';
import { substanceMisuseRules } from './substance-misuse.ts';
import { temporaryPlacementRules } from './temporary-placements.ts';
import { uniquePupilNumberRules } from './unique-pupil-numbers.ts';

/** Numbered rules in the order of their numbers, then the named ones. */
function byCode(a: Rule, b: Rule): number {
  const number = ({ code }: Rule): number => Number.parseInt(code, 10) || Number.MAX_SAFE_INTEGER;
  return number(a) - number(b) || (a.code < b.code ? -1 : 1);
}

/** Every rule, of all collection years, by code. */
export const rules: readonly Rule[] = [
  ...adopterRules,
  ...adoptionDateRules,
  ...adoptionDetailRules,
  ...adoptivePlacementRules,
  ...ageAtStartRules,
  ...asylumSeekingChildrenRules,
  ...asylumStatusLastYearRules,
  ...careLeaverBirthdayRules,
  ...careLeaverTimeInCareRules,
  ...careLeaverRules,
  ...careLeaversAndCareRules,
  ...carriedOverEpisodeRules,
  ...childrenInHeaderRules,
  ...childrenWithoutEpisodesRules,
  ...continuingEpisodeRules,
  ...deprivationOfLibertyRules,
  ...differencesFromHeaderRules,
  ...duplicateChildrenRules,
  ...episodeChangeRules,
  ...episodeCodeRules,
  ...episodeDateRules,
  ...episodeSequenceRules,
  ...healthItemRules,
  ...incompatibleDetailRules,
  ...leavingCareRules,
  ...legalStatusLimitRules,
  ...libertyAndPlacementRules,
  ...longStayRules,
  ...missingFromCareRules,
  ...missingPeriodRules,
  ...motherRules,
  ...ofstedListRules,
  ...ofstedUrnRules,
  ...placedForAdoptionRules,
  ...placedForAdoptionLastYearRules,
  ...placementLocationRules,
  ...placementTypeRules,
  ...previousPermanenceRules,
  ...providerAndPlacementRules,
  ...reviewRules,
  ...sexBirthAndEthnicityRules,
  ...shortBreakRules,
  ...socialWorkerChangeRules,
  ...socialWorkerRules,
  ...strengthsAndDifficultiesRules,
  ...substanceMisuseRules,
  ...temporaryPlacementRules,
  ...uniquePupilNumberRules,
].sort(byCode);
