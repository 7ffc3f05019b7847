import { columns, codeSets as coreCodes, dateCell, type ListDefinition, longDate } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { educationServiceInvolvement, tuition } from '../generated/records.ts';
import { milesToPlannedSchool } from '../indicators/support.ts';
import { placeOn } from '../pupils/enrolments.ts';
import { hasPlan, senOn } from '../pupils/sen.ts';
import { keyStageOf, yearGroupLabel, yearGroupOn } from '../pupils/yearGroups.ts';
import { schoolById } from '../schools/designatedTeachers.ts';

const roll: ListDefinition = {
  id: 'virtual-school-roll',
  title: 'Roll of the virtual school',
  columns: columns({
    yearGroup: 'Year',
    keyStage: 'Key stage',
    school: 'School',
    setting: 'Kind of setting',
    location: 'In or out of the area',
    onPlacementSite: 'Educated where the child lives',
    since: 'On the roll since',
    flags: 'Why to look',
  }),
  requirements: ['EDU-01', 'D-EDU-18'],
  row: (child, { period: { end }, history }) => {
    const stage = keyStageOf(yearGroupOn(child, end));
    if (stage === undefined || !child.isLookedAfter(end)) return undefined;
    const place = placeOn(child, end);
    const known = place && schoolById(history, place.school);
    return {
      yearGroup: yearGroupLabel(yearGroupOn(child, end)),
      keyStage: stage,
      school: known?.name ?? place?.school ?? '',
      setting: place ? codeSets.SCHOOL_KIND.label(place.setting) : '',
      location: place?.location ?? '',
      onPlacementSite: place?.onPlacementSite ?? false,
      since: dateCell(place?.start),
      flags: [
        ...(place === undefined ? ['no school or setting on record'] : []),
        ...(place?.hoursPerWeek !== undefined && place.hoursPerWeek < 25
          ? [`${place.hoursPerWeek} hours a week`]
          : []),
      ],
    };
  },
};

const needs: ListDefinition = {
  id: 'special-educational-needs-report',
  title: 'Special educational needs, child by child',
  columns: columns({
    yearGroup: 'Year',
    provision: 'Support',
    primaryNeed: 'Primary need',
    secondaryNeed: 'Secondary need',
    reviewed: 'Plan reviewed',
    alignedWith: 'Agrees with',
    flags: 'Why to look',
  }),
  requirements: ['EDU-34'],
  row: (child, { period: { end } }) => {
    const now = senOn(child, end);
    if (now === undefined || now.provision === 'N' || !child.isLookedAfter(end)) return undefined;
    const reviewed = now.reviewed ?? now.issued;
    return {
      yearGroup: yearGroupLabel(yearGroupOn(child, end)),
      provision: coreCodes.SEN.label(now.provision),
      primaryNeed: now.primaryNeed ? codeSets.SEN_TYPE.label(now.primaryNeed) : '',
      secondaryNeed: now.secondaryNeed ? codeSets.SEN_TYPE.label(now.secondaryNeed) : '',
      reviewed: dateCell(now.reviewed),
      alignedWith: now.alignedWith ?? [],
      flags: [
        ...(now.primaryNeed === undefined ? ['no type of need recorded'] : []),
        ...(hasPlan(now) && (reviewed === undefined || reviewed < end - 365)
          ? [`plan not reviewed since ${reviewed === undefined ? 'it was made' : longDate(reviewed)}`]
          : []),
        ...((now.alignedWith ?? []).includes('education')
          ? []
          : ['not said to agree with the personal education plan']),
      ],
    };
  },
};

const earlyYears: ListDefinition = {
  id: 'nursery-far-from-planned-school',
  title: 'Children of three and four at a setting far from their planned school',
  columns: columns({ setting: 'Setting', miles: 'Miles to the planned school', flags: 'Why to look' }),
  requirements: ['EDU-23'],
  row: (child, { period: { end }, parameter }) => {
    const age = child.ageOn(end);
    if ((age !== 3 && age !== 4) || !child.isLookedAfter(end)) return undefined;
    const place = placeOn(child, end);
    if (place !== undefined && codeSets.SCHOOL_KIND.group(place.setting) !== 'early-years') return undefined;
    const miles = milesToPlannedSchool(child, end);
    const limit = parameter('near-planned-school-miles');
    if (miles !== undefined && miles <= limit) return undefined;
    return {
      setting: place?.school ?? '',
      miles: miles ?? '',
      flags: [
        place === undefined
          ? 'no early years setting'
          : miles === undefined
            ? 'planned school or distance not known'
            : `${miles} miles from the planned school, more than ${limit}`,
      ],
    };
  },
};

const services: ListDefinition = {
  id: 'education-services',
  title: 'Who helps each pupil',
  columns: columns({ services: 'Services', tuition: 'Tuition', flags: 'Why to look' }),
  requirements: ['EDU-36', 'D-EDU-13'],
  row: (child, { period: { end } }) => {
    if (!child.isLookedAfter(end)) return undefined;
    const open = child
      .records(educationServiceInvolvement)
      .filter((one) => one.start <= end && (one.end === undefined || one.end > end));
    return {
      services: open.map(({ service }) => codeSets.EDUCATION_SERVICE.label(service)),
      tuition: child
        .records(tuition)
        .filter((one) => one.start <= end && (one.end === undefined || one.end > end))
        .map(({ subject = 'tuition' }) => subject),
      flags: open.some(({ service }) => service === 'support-officer')
        ? []
        : ['no education support officer'],
    };
  },
};

/** Who the pupils are, what they need and who helps them. */
export const rollLists = [roll, needs, earlyYears, services];
