import {
  type Check,
  codeSets as coreCodes,
  defineCheck,
  financialYearOf,
  longDate,
  OPEN,
  openOn,
} from '@cic/core';
import { careLeaverContact } from '@cic/core/records';
import { unitNights } from '../facts/housing.ts';
import { fromReturn, ownActivityOn, ownLivingOn } from '../facts/living.ts';
import { codeSets } from '../generated/codeSets.ts';
import {
  afterCareArrangement,
  careLeaverAccommodation,
  careLeaverActivity,
  commissionedAccommodation,
  custody,
} from '../generated/records.ts';
import { overlaps, spanWords } from './shared.ts';

const TYPE = codeSets.LIVING_ARRANGEMENT;

const twoPlaces = defineCheck({
  id: 'care-leaver-in-two-places',
  title: 'Two places to live at once',
  record: careLeaverAccommodation.id,
  fix: 'End the earlier record on the day of the move.',
  requirements: ['D-LEA-06'],
  *find(child) {
    for (const [earlier, later] of overlaps(child.records(careLeaverAccommodation))) {
      yield `accommodation '${TYPE.label(earlier.kind)}' ${spanWords(earlier)} is still open when '${TYPE.label(later.kind)}' begins on ${longDate(later.start)}`;
    }
  },
});

const returned = defineCheck({
  id: 'care-leaver-return-differs',
  title: 'Return and leaving care records differ',
  record: careLeaverContact.id,
  fix: 'Correct the return or the record that is wrong; until then the leaving care record is counted.',
  requirements: ['LVC-03', 'LVC-04'],
  *find(child) {
    for (const { asAt, accommodation, activity } of child.records(careLeaverContact)) {
      const said = fromReturn(accommodation);
      const own = ownLivingOn(child, asAt);
      const letter = own && TYPE.get(own.kind)?.returnCode;
      if (said && letter !== undefined && letter !== said.kind.charAt(0)) {
        yield `on ${longDate(asAt)} the return has accommodation ${accommodation}, the leaving care record '${TYPE.label(own!.kind)}' (${String(letter)})`;
      }
      const doing = ownActivityOn(child, asAt);
      if (activity !== undefined && activity !== '0' && doing !== undefined && doing !== activity) {
        yield `on ${longDate(asAt)} the return has activity ${activity}, the leaving care record ${doing}`;
      }
    }
  },
});

const reasonMissing = defineCheck({
  id: 'bed-and-breakfast-without-reason',
  title: 'Bed and breakfast without a reason',
  record: careLeaverAccommodation.id,
  fix: 'Write why the young person was placed in bed and breakfast.',
  requirements: ['D-LEA-23'],
  *find(child) {
    for (const stay of child.records(careLeaverAccommodation)) {
      if (stay.kind === 'W' && stay.reason === undefined)
        yield `bed and breakfast ${spanWords(stay)} has no reason`;
    }
  },
});

const oldCodes = defineCheck({
  id: 'care-leaver-activity-code-year',
  title: 'Activity code that did not exist then',
  record: careLeaverActivity.id,
  fix: 'Use a code of that collection year; F3 and P3 were divided in 2021/22.',
  requirements: ['D-LEA-15'],
  *find(child, { asAt }) {
    for (const { activity, start, end } of child.records(careLeaverActivity)) {
      const last = Math.min((end ?? OPEN) - 1, asAt);
      for (const on of new Set([start, Math.max(start, last)])) {
        const year = financialYearOf(on);
        if (coreCodes.ACTIV.isValid(activity, year)) continue;
        yield `activity ${activity} from ${longDate(start)} is no code of the collection year ${year}`;
        break;
      }
    }
  },
});

const underAge = defineCheck({
  id: 'staying-put-before-18',
  title: 'Staying put before 18',
  record: afterCareArrangement.id,
  fix: 'Until the 18th birthday it is a foster placement: begin the arrangement on that day.',
  requirements: ['D-LEA-13', 'LVC-10'],
  *find(child) {
    const b18 = child.birthday(18);
    for (const { kind, start } of child.records(afterCareArrangement)) {
      if (kind === 'staying-put' && start < b18)
        yield `staying put begins on ${longDate(start)}, before the 18th birthday on ${longDate(b18)}`;
    }
  },
});

const notFostered = defineCheck({
  id: 'staying-put-without-foster-placement',
  title: 'Staying put with nobody to stay with',
  record: afterCareArrangement.id,
  fix: 'Correct the kind of arrangement, or the last placement in care.',
  requirements: ['D-LEA-13'],
  *find(child) {
    const last = child.episodes.findLast(({ shortBreak }) => !shortBreak);
    if (!last || last.placementType.startsWith('U')) return;
    for (const { kind, start } of child.records(afterCareArrangement)) {
      if (kind === 'staying-put')
        yield `staying put begins on ${longDate(start)}, but the last placement in care was ${last.placementType || '(blank)'}, not a foster home`;
    }
  },
});

const elsewhere = defineCheck({
  id: 'staying-put-lives-elsewhere',
  title: 'Staying put, and living elsewhere',
  record: afterCareArrangement.id,
  fix: 'End the arrangement, or correct where the young person lives.',
  *find(child, { asAt }) {
    const stay = child
      .records(afterCareArrangement)
      .findLast((one) => one.kind === 'staying-put' && openOn(one, asAt));
    const living = stay && ownLivingOn(child, asAt);
    if (living && living.kind !== 'Z' && living.kind !== 'FC') {
      yield `the staying put arrangement from ${longDate(stay.start)} is open on ${longDate(asAt)}, but the young person lives '${TYPE.label(living.kind)}'`;
    }
  },
});

const inCustody = defineCheck({
  id: 'custody-lives-elsewhere',
  title: 'In custody, and living elsewhere',
  record: custody.id,
  fix: 'End the custody record, or record custody (X) as the accommodation.',
  *find(child, { asAt }) {
    const one = child.records(custody).findLast((record) => openOn(record, asAt));
    const living = one && ownLivingOn(child, asAt);
    if (living && living.kind !== 'X')
      yield `custody from ${longDate(one.start)} is open on ${longDate(asAt)}, but the young person lives '${TYPE.label(living.kind)}'`;
  },
});

const contracts = defineCheck({
  id: 'accommodation-contract-unknown',
  title: 'Contract that is not on record',
  record: careLeaverAccommodation.id,
  fix: 'Record the commissioned accommodation under this id, or correct the id.',
  requirements: ['D-LEA-21'],
  *find(child, { history }) {
    const stays = child.records(careLeaverAccommodation).filter(({ contract }) => contract !== undefined);
    if (stays.length === 0) return;
    const known = new Set(history.otherRecords(commissionedAccommodation).map(({ id }) => id));
    for (const { start, contract } of stays) {
      if (!known.has(contract!))
        yield `the accommodation from ${longDate(start)} names contract ${contract}, which is not on record`;
    }
  },
});

const overfull = defineCheck({
  id: 'commissioned-accommodation-overfull',
  title: 'More young people than units',
  record: commissionedAccommodation.id,
  fix: 'Correct the number of units, or the stays that overlap.',
  requirements: ['D-LEA-21'],
  *findOthers({ history, asAt }) {
    const terms = history.otherRecords(commissionedAccommodation);
    const start = Math.min(asAt, ...terms.map((one) => one.start));
    for (const { contract, fullest, units } of unitNights(history, { start, end: asAt })) {
      if (fullest > units)
        yield {
          about: contract,
          message: `${fullest} young people were there on one night, of ${units} units`,
        };
    }
  },
});

/** Where young people live and what they do. */
export const livingChecks: readonly Check[] = [
  twoPlaces,
  returned,
  reasonMissing,
  oldCodes,
  underAge,
  notFostered,
  elsewhere,
  inCustody,
  contracts,
  overfull,
];
