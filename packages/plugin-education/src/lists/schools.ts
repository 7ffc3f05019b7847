import { addMonths, columns, dateCell, type ListDefinition, longDate } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import {
  educationEvent,
  educationTraining,
  learningProgramme,
  mentor,
  school,
  schoolAdoptionSupport,
  schoolChallenge,
} from '../generated/records.ts';
import { placeOn } from '../pupils/enrolments.ts';
import {
  designatedTeacherTrained,
  hasDesignatedTeacher,
  isOpenSchool,
  needsDesignatedTeacher,
} from '../schools/designatedTeachers.ts';

const designatedTeachers: ListDefinition = {
  id: 'schools-without-designated-teacher',
  title: 'Schools without a designated teacher, or without training for the one they have',
  columns: columns({ school: 'School', trained: 'Last training', flags: 'Why' }),
  requirements: ['EDU-08', 'EDU-30'],
  rows: ({ history, period: { end } }) =>
    history
      .otherRecords(school)
      .filter((one) => isOpenSchool(one, end) && needsDesignatedTeacher(one))
      .map((one) => {
        const trained = designatedTeacherTrained(one, end);
        const flag = !hasDesignatedTeacher(one, end)
          ? 'no designated teacher'
          : trained === undefined || trained > end
            ? 'designated teacher not trained yet'
            : '';
        return {
          school: one.name,
          trained: dateCell(trained),
          flags: flag === '' ? [] : [flag],
        };
      })
      .filter(({ flags }) => flags.length > 0),
};

const challenge: ListDefinition = {
  id: 'school-challenge-due',
  title: 'Schools with children in care, and when they were last challenged',
  columns: columns({
    school: 'School',
    pupils: 'Children in care on the roll',
    lastVisit: 'Last visit',
    concerns: 'Concerns',
    support: 'Support',
    flags: 'Why to look',
  }),
  requirements: ['EDU-29'],
  rows: ({ history, period: { end }, parameter }) => {
    const pupils = new Map<string, number>();
    for (const child of history.children) {
      const place = child.isLookedAfter(end) ? placeOn(child, end) : undefined;
      if (place) pupils.set(place.school, (pupils.get(place.school) ?? 0) + 1);
    }
    const visits = history.otherRecords(schoolChallenge).filter(({ held }) => held <= end);
    const names = new Map(history.otherRecords(school).map(({ id, name }) => [id, name]));
    return [...pupils].map(([id, count]) => {
      const last = visits.findLast((visit) => visit.school === id);
      const due = last && (last.nextDue ?? addMonths(last.held, parameter('school-challenge-months')));
      return {
        school: names.get(id) ?? id,
        pupils: count,
        lastVisit: dateCell(last?.held),
        concerns: last?.concerns ?? '',
        support: last?.support ?? '',
        flags: [
          ...(last === undefined ? ['never visited'] : []),
          ...(due !== undefined && due < end ? [`visit was due on ${longDate(due)}`] : []),
          ...(last?.concerns !== undefined && last.support === undefined ? ['concern without support'] : []),
        ],
      };
    });
  },
};

const adoption: ListDefinition = {
  id: 'schools-needing-adoption-guidance',
  title: 'Schools that teach children placed for adoption, and guidance given',
  columns: columns({
    school: 'School',
    identified: 'Need found',
    briefed: 'Briefing given',
    flags: 'Why to look',
  }),
  requirements: ['EDU-31'],
  rows: ({ history, period: { end } }) => {
    const names = new Map(history.otherRecords(school).map(({ id, name }) => [id, name]));
    return history
      .otherRecords(schoolAdoptionSupport)
      .filter(({ identified }) => identified <= end)
      .map((one) => ({
        school: names.get(one.school) ?? one.school,
        identified: dateCell(one.identified),
        briefed: dateCell(one.briefed),
        flags: one.briefed === undefined || one.briefed > end ? ['guidance not given yet'] : [],
      }));
  },
};

const training: ListDefinition = {
  id: 'education-training',
  title: 'Training about children in care',
  columns: columns({
    audience: 'For',
    sessions: 'Sessions',
    attended: 'People who came',
    last: 'Last held',
    topics: 'Topics',
  }),
  requirements: ['EDU-30', 'D-EDU-15'],
  rows: ({ history, period: { start, end } }) => {
    const held = history
      .otherRecords(educationTraining)
      .filter((one) => one.held >= start && one.held <= end);
    return codeSets.EDUCATION_TRAINING_AUDIENCE.codes.map(({ code, label }) => {
      const own = held.filter(({ audience }) => audience === code);
      return {
        audience: label,
        sessions: own.length,
        attended: own.reduce((sum, { attended = 0 }) => sum + attended, 0),
        last: dateCell(own.at(-1)?.held),
        topics: [...new Set(own.map(({ topic }) => topic))],
      };
    });
  },
};

const events: ListDefinition = {
  id: 'education-events',
  title: 'Celebrations, briefings and forums',
  columns: columns({ held: 'Held', kind: 'What', by: 'By', attended: 'People who came' }),
  requirements: ['EDU-32', 'EDU-33'],
  rows: ({ history, period: { start, end } }) =>
    history
      .otherRecords(educationEvent)
      .filter((one) => one.held >= start && one.held <= end)
      .map(({ held, kind, by, attended }) => ({
        held: dateCell(held),
        kind: codeSets.EDUCATION_EVENT.label(kind),
        by: by ?? '',
        attended: attended ?? '',
      })),
};

const mentors: ListDefinition = {
  id: 'mentors',
  title: 'Mentors: trained, available, matched',
  columns: columns({
    mentor: 'Mentor',
    scheme: 'Scheme',
    trained: 'Trained',
    available: 'Available from',
    matched: 'Pupils matched',
    flags: 'Why to look',
  }),
  requirements: ['EDU-27'],
  rows: ({ history, period: { end } }) => {
    const matched = new Map<string, number>();
    for (const child of history.children) {
      for (const one of child.records(learningProgramme)) {
        if (one.mentor === undefined || one.start > end || (one.end !== undefined && one.end <= end))
          continue;
        matched.set(one.mentor, (matched.get(one.mentor) ?? 0) + 1);
      }
    }
    return history
      .otherRecords(mentor)
      .filter(({ left }) => left === undefined || left > end)
      .map(({ id, scheme, trained, available }) => {
        const pupils = matched.get(id) ?? 0;
        const ready = trained !== undefined && trained <= end && available !== undefined && available <= end;
        return {
          mentor: id,
          scheme: scheme ?? '',
          trained: dateCell(trained),
          available: dateCell(available),
          matched: pupils,
          flags: [
            ...(pupils > 0 && !ready ? ['matched before trained and available'] : []),
            ...(pupils === 0 && ready ? ['available, no pupil matched'] : []),
          ],
        };
      });
  },
};

/** Schools, and what is done for all of them. */
export const schoolLists = [designatedTeachers, challenge, adoption, training, events, mentors];
