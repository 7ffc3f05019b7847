import {
  ageCell,
  columns,
  dateCell,
  type ListDefinition,
  longDate,
  openOn,
  percentCell,
  within,
} from '@cic/core';
import { unitNights } from '../facts/housing.ts';
import { servedStatus } from '../facts/people.ts';
import { codeSets } from '../generated/codeSets.ts';
import {
  commissionedAccommodation,
  evictionNotice,
  homelessPresentation,
  housingStep,
  independencePreparation,
} from '../generated/records.ts';

const units: ListDefinition = {
  id: 'commissioned-accommodation-list',
  title: 'Commissioned accommodation: units and occupancy',
  columns: columns({
    accommodation: 'Accommodation',
    kind: 'Kind',
    district: 'District',
    units: 'Units',
    start: 'From',
    end: 'To',
    state: 'Actual or planned',
    occupancy: 'Occupancy',
    flags: 'To look at',
  }),
  requirements: ['D-LEA-20', 'D-LEA-21'],
  rows: ({ history, period, parameter, council }) => {
    const nights = new Map(unitNights(history, period).map((one) => [one.contract, one]));
    const target = parameter('occupancy-target-percent');
    return history
      .otherRecords(commissionedAccommodation)
      .filter(
        ({ end, start, planned }) =>
          (end === undefined || end > period.start) && (planned === true || start <= period.end),
      )
      .map((one) => {
        const of = one.planned ? undefined : nights.get(one.id);
        const low = of !== undefined && (of.occupied / of.available) * 100 < target;
        return {
          accommodation: one.id,
          kind: one.kind === undefined ? '' : codeSets.COMMISSIONED_KIND.label(one.kind),
          district: council.districts.find(({ id }) => id === one.district)?.name ?? one.district ?? '',
          units: one.units,
          start: dateCell(one.start),
          end: dateCell(one.end),
          state: one.planned ? 'planned' : 'actual',
          occupancy: of ? percentCell(of.occupied, of.available) : '',
          flags: low ? [`below ${target}%`] : [],
        };
      });
  },
};

const steps: ListDefinition = {
  id: 'housing-steps-list',
  title: 'On the way to a home of their own',
  columns: columns({
    child: 'Young person',
    age: 'Age',
    step: 'Step',
    since: 'Since',
    priority: 'Priority group',
    options: 'Options considered',
    flags: 'To look at',
  }),
  requirements: ['LVC-08', 'LVC-21', 'D-LEA-26', 'D-LEA-32'],
  row: (child, context) => {
    const { end } = context.period;
    const step = child.records(housingStep).findLast((one) => openOn(one, end));
    if (!step || servedStatus(child, end, context) === undefined) return undefined;
    const prepared = child.records(independencePreparation);
    const ready = prepared.some(
      ({ kind, completed }) => kind === 'tenancy-ready' && completed !== undefined && completed <= end,
    );
    const alone = step.step === 'starter-tenancy' || step.step === 'tenancy';
    return {
      child: child.id,
      age: ageCell(child.ageOn(end)),
      step: codeSets.HOUSING_STEP.label(step.step),
      since: dateCell(step.start),
      priority: step.priorityGroup === true,
      options: (step.optionsConsidered ?? []).map((code) => codeSets.LIVING_ARRANGEMENT.label(code)),
      flags: [
        ...(alone && !ready ? ['tenancy without a tenancy ready course'] : []),
        ...(prepared.some(({ started }) => started <= end) ? [] : ['no preparation on record']),
      ],
    };
  },
};

const evictions: ListDefinition = {
  id: 'eviction-notices-list',
  title: 'Notices to leave',
  columns: columns({
    child: 'Young person',
    noticed: 'Noticed',
    effective: 'To leave by',
    districtTold: 'District told',
    managedMove: 'Managed move',
    outcome: 'Outcome',
    flags: 'To look at',
  }),
  requirements: ['D-LEA-25'],
  row: (child, { period }) => {
    const last = child
      .records(evictionNotice)
      .findLast(
        ({ noticed, ended }) => noticed <= period.end && (ended === undefined || ended >= period.start),
      );
    if (!last) return undefined;
    const { noticed, effective, districtTold, managedMove, outcome, ended } = last;
    return {
      child: child.id,
      noticed: dateCell(noticed),
      effective: dateCell(effective),
      districtTold: dateCell(districtTold),
      managedMove: dateCell(managedMove),
      outcome: outcome === undefined ? '' : codeSets.EVICTION_OUTCOME.label(outcome),
      flags: [
        ...(districtTold === undefined ? ['district council not told'] : []),
        ...(outcome === undefined && ended === undefined && effective !== undefined
          ? [`has to leave by ${longDate(effective)}`]
          : []),
      ],
    };
  },
};

const homeless: ListDefinition = {
  id: 'homeless-presentations-list',
  title: 'Homeless presentations',
  columns: columns({
    presentation: 'Presentation',
    child: 'Young person, where known',
    presented: 'Day',
    age: 'Age',
    assessed: 'Joint assessment',
    outcome: 'Outcome',
    flags: 'To look at',
  }),
  requirements: ['LVC-09', 'D-LEA-24', 'D-LEA-33'],
  rows: ({ history, period }) =>
    history
      .otherRecords(homelessPresentation)
      .filter(({ presented }) => within(presented, period))
      .map(({ id, child, presented, age, assessed, outcome }) => ({
        presentation: id,
        child: child ?? '',
        presented: dateCell(presented),
        age,
        assessed: dateCell(assessed),
        outcome: outcome === undefined ? '' : codeSets.HOMELESS_OUTCOME.label(outcome),
        flags: [
          ...(assessed === undefined && age < 18 ? ['no joint assessment'] : []),
          ...(outcome === 'bed-and-breakfast' ? ['placed in bed and breakfast'] : []),
          ...(outcome === undefined ? ['no outcome yet'] : []),
        ],
      })),
};

/** Lists of places to live. */
export const housingLists = [units, steps, evictions, homeless];
