import { type CareHistory, type Day, type Inside, oncePerHistory, openOn } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { type School, school } from '../generated/records.ts';

export type SchoolRecord = Inside<School>;

const register = oncePerHistory(
  (history): ReadonlyMap<string, SchoolRecord> =>
    new Map(history.otherRecords(school).map((one) => [one.id, one])),
);

/** A school of the register; undefined for an id that is not on it. */
export const schoolById = (history: CareHistory, id: string): SchoolRecord | undefined =>
  register(history).get(id);

/** Who holds the post on a day; undefined where it is vacant. */
const holder = ({ designatedTeachers = [] }: SchoolRecord, on: Day) =>
  designatedTeachers.findLast((one) => openOn(one, on));

export const hasDesignatedTeacher = (school: SchoolRecord, on: Day): boolean =>
  holder(school, on) !== undefined;

/** The last day of training of the designated teacher in post on a day. */
export const designatedTeacherTrained = (school: SchoolRecord, on: Day): Day | undefined =>
  holder(school, on)?.trained;

export const isOpenSchool = ({ opened, closed }: SchoolRecord, on: Day): boolean =>
  !(opened !== undefined && opened > on) && !(closed !== undefined && closed <= on);

/** Kinds of school that have the post; early years settings, colleges and tuition at home have none. */
const WITH_THE_POST = new Set(['mainstream', 'special', 'independent']);

export const needsDesignatedTeacher = ({ kind }: SchoolRecord): boolean =>
  WITH_THE_POST.has(codeSets.SCHOOL_KIND.group(kind) ?? '') || kind === 'pupil-referral-unit';

/**
 * Schools open on a day without a designated teacher for children in care.
 * Source: Children and Young Persons Act 2008, section 20.
 */
export const schoolsWithoutDesignatedTeacher = (schools: readonly SchoolRecord[], on: Day): SchoolRecord[] =>
  schools.filter(
    (one) => isOpenSchool(one, on) && needsDesignatedTeacher(one) && !hasDesignatedTeacher(one, on),
  );
