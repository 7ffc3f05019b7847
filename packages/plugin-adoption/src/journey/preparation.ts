import type { Child, Day } from '@cic/core';
import { lifeStoryWork, view } from '@cic/core/records';
import {
  adoptionGuide,
  adoptionMedical,
  adoptionMeeting,
  adoptionProfile,
  adoptionSupportPlan,
  familyFinding,
  permanenceReport,
} from '../generated/records.ts';

/** Whether something is on record of a child by a day. */
export type OnRecord = (child: Child, on: Day) => boolean;

const reached = (day: Day | undefined, on: Day): boolean => day !== undefined && day <= on;

export const reportCompleted: OnRecord = (child, on) =>
  child.records(permanenceReport).some(({ completed }) => reached(completed, on));

export const seenByPaediatrician: OnRecord = (child, on) =>
  child.records(adoptionMedical).some(({ seen }) => reached(seen, on));

export const guideGiven: OnRecord = (child, on) =>
  child.records(adoptionGuide).some(({ given }) => given <= on);

export const multiProfessionalsMet: OnRecord = (child, on) =>
  child.records(adoptionMeeting).some(({ kind, held }) => kind === 'multi-professionals' && held <= on);

export const needsRecorded: OnRecord = (child, on) =>
  child.records(adoptionProfile).some(({ recorded, needs }) => needs !== undefined && recorded <= on);

export const mentalHealthInvolved: OnRecord = (child, on) =>
  child
    .records(adoptionProfile)
    .some(({ mentalHealthReferral }) => reached(mentalHealthReferral?.referred, on));

export const viewsRecorded: OnRecord = (child, on) =>
  child.records(view).some(({ about, given }) => about === 'adoption' && given <= on);

/** Life story work has a status and no day of its own on which it began. */
export const lifeStoryBegun: OnRecord = (child) =>
  child.records(lifeStoryWork).some(({ status }) => status !== 'not-started');

export const supportPlanned: OnRecord = (child, on) =>
  child
    .records(adoptionSupportPlan)
    .some(({ start, end }) => start <= on && !(end !== undefined && end <= on));

export const searchStarted: OnRecord = (child, on) =>
  child.records(familyFinding).some(({ started }) => started <= on);

/** The day it was decided whether adopters have to be found elsewhere, by the profile or at a meeting. */
export function externalNeedKnown(child: Child, on: Day): Day | undefined {
  const byProfile = child
    .records(adoptionProfile)
    .filter(({ externalPlacementNeeded }) => externalPlacementNeeded !== undefined)
    .map(({ recorded, externalPlacementIdentified }) => externalPlacementIdentified ?? recorded);
  const byMeeting = child
    .records(adoptionMeeting)
    .filter(({ externalPlacementNeeded }) => externalPlacementNeeded !== undefined)
    .map(({ held }) => held);
  const days = [...byProfile, ...byMeeting].filter((day) => day <= on);
  return days.length === 0 ? undefined : Math.min(...days);
}
