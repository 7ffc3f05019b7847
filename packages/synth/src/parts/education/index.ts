import { academicYear, academicYearOf, dayOf, formatIsoDate, type Inside, recordInput } from '@cic/core';
import { schoolCalendar } from '@cic/plugin-education';
import {
  type Attainment,
  attainment,
  type EducationServiceInvolvement,
  type Enrolment,
  type Exclusion,
  educationBudget,
  educationEvent,
  educationServiceInvolvement,
  educationTraining,
  enrolment,
  exclusion,
  type LearningEquipment,
  type LearningProgramme,
  learningEquipment,
  learningProgramme,
  mentor,
  type PersonalEducationAllowance,
  type PersonalEducationPlan,
  type PupilPremiumPlus,
  type PupilProfile,
  personalEducationAllowance,
  personalEducationPlan,
  pupilPremiumPlus,
  pupilProfile,
  type SchoolAttendance,
  type SchoolMoveRequest,
  type SpecialEducationalNeeds,
  school,
  schoolAdoptionSupport,
  schoolAttendance,
  schoolChallenge,
  schoolMoveRequest,
  specialEducationalNeeds,
  type TermTimeAbsenceRequest,
  type Tuition,
  termTimeAbsenceRequest,
  tuition,
} from '@cic/plugin-education/records';
import type { PartOptions, SynthPart } from '../part.ts';
import { absenceRequestsOf, attendanceOf, exclusionsOf } from './atSchool.ts';
import { attainmentOf } from './attainment.ts';
import { careerOf } from './career.ts';
import { plansOf } from './plans.ts';
import { type SyntheticSchool, schoolRecord, schoolRegister } from './schools.ts';
import { needsOf, profileOf, servicesOf, supportLevel, supportOf } from './support.ts';

/** Standard deviations by which attainment lies lower with special educational needs. (p) */
const ABILITY = { plan: -1.5, support: -0.8, none: -0.1 };

const calendar = schoolCalendar();

const pupils: SynthPart = {
  id: 'education',
  make(care, random, { from, until }) {
    const schools = schoolRegister(care.children.length, random.fork('schools'));
    const years = { start: from, end: until };
    const made = {
      enrolments: [] as Inside<Enrolment>[],
      requests: [] as Inside<SchoolMoveRequest>[],
      plans: [] as Inside<PersonalEducationPlan>[],
      attendance: [] as Inside<SchoolAttendance>[],
      exclusions: [] as Inside<Exclusion>[],
      absences: [] as Inside<TermTimeAbsenceRequest>[],
      attainment: [] as Inside<Attainment>[],
      needs: [] as Inside<SpecialEducationalNeeds>[],
      profiles: [] as Inside<PupilProfile>[],
      services: [] as Inside<EducationServiceInvolvement>[],
      tuition: [] as Inside<Tuition>[],
      equipment: [] as Inside<LearningEquipment>[],
      programmes: [] as Inside<LearningProgramme>[],
      premium: [] as Inside<PupilPremiumPlus>[],
      allowances: [] as Inside<PersonalEducationAllowance>[],
    };
    for (const child of care.children) {
      if (!child.lookedAfterDuring(from, until)) continue;
      const own = random.fork(child.id);
      const { places, requests } = careerOf(child, schools, own.fork('schools'), until);
      const level = supportLevel(own.fork('needs'));
      const able = ABILITY[level] + own.fork('ability').normal(0, 0.8);
      const support = supportOf(child, own.fork('support'), years);
      made.enrolments.push(...places);
      made.requests.push(...requests);
      made.plans.push(...plansOf(child, places, own.fork('plans'), years, calendar));
      made.attendance.push(...attendanceOf(child, places, own.fork('attendance'), years, calendar));
      made.exclusions.push(...exclusionsOf(child, places, own.fork('exclusions'), years, calendar));
      made.absences.push(...absenceRequestsOf(child, own.fork('absences'), years, calendar));
      made.attainment.push(...attainmentOf(child, able, own.fork('attainment'), years, calendar));
      made.needs.push(...needsOf(child, level, own.fork('support for needs'), until));
      made.profiles.push(...profileOf(child, own.fork('profile'), years, schools));
      made.services.push(...servicesOf(child, own.fork('services'), years));
      made.tuition.push(...support.tuition);
      made.equipment.push(...support.equipment);
      made.programmes.push(...support.programmes);
      made.premium.push(...support.premium);
      made.allowances.push(...support.allowances);
    }
    return [
      recordInput({ type: enrolment, inside: made.enrolments }),
      recordInput({ type: schoolMoveRequest, inside: made.requests }),
      recordInput({ type: personalEducationPlan, inside: made.plans }),
      recordInput({ type: schoolAttendance, inside: made.attendance }),
      recordInput({ type: exclusion, inside: made.exclusions }),
      recordInput({ type: termTimeAbsenceRequest, inside: made.absences }),
      recordInput({ type: attainment, inside: made.attainment }),
      recordInput({ type: specialEducationalNeeds, inside: made.needs }),
      recordInput({ type: pupilProfile, inside: made.profiles }),
      recordInput({ type: educationServiceInvolvement, inside: made.services }),
      recordInput({ type: tuition, inside: made.tuition }),
      recordInput({ type: learningEquipment, inside: made.equipment }),
      recordInput({ type: learningProgramme, inside: made.programmes }),
      recordInput({ type: pupilPremiumPlus, inside: made.premium }),
      recordInput({ type: personalEducationAllowance, inside: made.allowances }),
      recordInput({ type: school, inside: schools.map(schoolRecord) }),
      ...ofSchools(schools, random.fork('virtual school'), { from, until }),
    ];
  },
};

const iso = formatIsoDate;

/** What the virtual school does for schools, year by year. */
function ofSchools(
  schools: readonly SyntheticSchool[],
  random: Parameters<SynthPart['make']>[1],
  { from, until }: Pick<PartOptions, 'from' | 'until'>,
) {
  const years: number[] = [];
  for (let year = academicYearOf(from) + 1; academicYear(year).end <= until; year++) years.push(year);
  return [
    recordInput({
      type: educationTraining,
      records: years.flatMap((year) => [
        {
          held: iso(dayOf(year - 1, 11, 5)),
          audience: 'designated-teachers' as const,
          topic: 'Personal education plans',
          attended: random.int(30, 70),
        },
        {
          held: iso(dayOf(year, 2, 8)),
          audience: 'carers' as const,
          topic: 'Helping with learning',
          attended: random.int(10, 40),
        },
      ]),
    }),
    recordInput({
      type: educationEvent,
      records: years.map((year) => ({
        held: iso(dayOf(year - 1, 10, 30)),
        kind: 'celebration' as const,
        attended: random.int(15, 40),
      })),
    }),
    recordInput({
      type: schoolChallenge,
      records: years.flatMap((year) =>
        schools
          .filter(() => random.chance(0.4))
          .map(({ id }) => ({
            school: id,
            held: iso(random.dayBetween(dayOf(year - 1, 9, 10), dayOf(year, 6, 30))),
            by: 'School improvement officer',
          })),
      ),
    }),
    recordInput({
      type: schoolAdoptionSupport,
      records: years.map((year) => ({
        school: random.pick(schools).id,
        identified: iso(dayOf(year - 1, 10, 1)),
        briefed: iso(dayOf(year - 1, 11, 15)),
        topic: 'Attachment',
      })),
    }),
    recordInput({
      type: mentor,
      records: Array.from({ length: 15 }, (_, i) => ({
        id: `mentor-${i + 1}`,
        scheme: 'university-mentors',
        trained: iso(from - 60),
        available: iso(from - 30),
      })),
    }),
    recordInput({
      type: educationBudget,
      records: years.map((year) => ({
        fund: 'pupil-premium-plus' as const,
        start: iso(academicYear(year).start),
        end: iso(academicYear(year).end),
        amount: 1_000_000_00,
      })),
    }),
  ];
}

/** Generators of the records of the education plugin. */
export const educationParts: readonly SynthPart[] = [pupils];
