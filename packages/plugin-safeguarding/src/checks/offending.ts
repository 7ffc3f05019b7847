import { defineCheck, financialYear, financialYearOf, formatIsoDate } from '@cic/core';
import { statutoryOutcomes } from '@cic/core/records';
import { codeSets } from '../generated/codeSets.ts';
import { offence } from '../generated/records.ts';
import { formalOutcomes, isFormal, outcomeDay } from '../offending/outcomes.ts';
import { registerSince } from './register.ts';

const CRIMINAL_RESPONSIBILITY = 10;

const tooYoung = defineCheck({
  id: 'offence-under-ten',
  title: 'Formal outcome for a child under ten',
  record: offence.id,
  fix: 'Correct the dates, or record no disposal: a child under ten is not criminally responsible.',
  requirements: ['SAF-09'],
  *find(child) {
    for (const one of child.records(offence)) {
      const age = child.ageOn(one.committed);
      if (isFormal(one) && age < CRIMINAL_RESPONSIBILITY) {
        yield `an offence of ${formatIsoDate(one.committed)}, at the age of ${age}, ended in '${codeSets.DISPOSAL.label(one.disposal!)}'`;
      }
    }
  },
});

const notOfItsTime = defineCheck({
  id: 'disposal-not-of-its-time',
  title: 'Disposal that did not exist at the time',
  record: offence.id,
  fix: 'Use the word of the time: reprimands and final warnings ended on 8 April 2013, youth cautions began then.',
  requirements: ['SAF-09'],
  *find(child) {
    for (const one of child.records(offence)) {
      if (one.disposal === undefined) continue;
      if (!codeSets.DISPOSAL.isValid(one.disposal, financialYearOf(outcomeDay(one)))) {
        yield `'${codeSets.DISPOSAL.label(one.disposal)}' on ${formatIsoDate(outcomeDay(one))} is not a disposal of that time`;
      }
    }
  },
});

const sources = defineCheck({
  id: 'offending-register-and-return',
  title: 'Register of offences and statutory return disagree',
  record: offence.id,
  fix: 'Add the outcome to the register, or correct the flag in the return (OC2 CONVICTED) before it is sent.',
  requirements: ['SAF-09'],
  *find(child, { history }) {
    const since = registerSince(history, offence);
    const formal = formalOutcomes(child);
    for (const { asAt, convicted } of child.records(statutoryOutcomes)) {
      if (convicted === undefined || asAt < since) continue;
      const { start, end, label } = financialYear(financialYearOf(asAt));
      const inYear = formal.filter((one) => outcomeDay(one) >= start && outcomeDay(one) <= end);
      if (convicted && inYear.length === 0) {
        yield `the return says convicted or cautioned in ${label}, and the register has no formal outcome in it`;
      } else if (!convicted && inYear.length > 0) {
        yield `the return says not convicted or cautioned in ${label}, and the register has a formal outcome on ${formatIsoDate(outcomeDay(inYear[0]!))}`;
      }
    }
  },
});

const secondFirst = defineCheck({
  id: 'first-time-entrant-twice',
  title: 'First-time entrant with an earlier outcome',
  record: offence.id,
  fix: 'Only the first caution or conviction of a child is that of a first-time entrant.',
  requirements: ['SAF-18'],
  *find(child) {
    for (const one of formalOutcomes(child).slice(1)) {
      if (one.firstTimeEntrant) {
        yield `the outcome of ${formatIsoDate(outcomeDay(one))} is said to be the first, and there is an earlier one`;
      }
    }
  },
});

/** Offences and how they ended. */
export const offendingChecks = [tooYoung, notOfItsTime, sources, secondFirst];
