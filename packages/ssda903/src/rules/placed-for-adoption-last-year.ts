import { rule } from '../engine/define.ts';
import { filled } from '../engine/details.ts';
import { join } from '../engine/join.ts';

const rule559 = rule({
  code: '559',
  title: 'Earlier decision to place was not in last year’s return',
  severity: 'error',
  years: [2023],
  tables: ['PlacedAdoption'],
  needs: ['last PlacedAdoption'],
  fields: { PlacedAdoption: ['DATE_PLACED'] },
  means:
    'The decision to place for adoption was made before this collection year, but last year’s return has no date for it.',
  fix: 'Check the date of the decision; if it is right, last year’s return left it out.',
  check: ({ PlacedAdoption, child, start }, flag) => {
    for (const decision of PlacedAdoption) {
      const lastYear = child(decision.CHILD)?.last.PlacedAdoption ?? [];
      const reported = lastYear.length > 0 && lastYear.every(({ DATE_PLACED }) => !Number.isNaN(DATE_PLACED));
      if (decision.DATE_PLACED < start && !reported) flag(decision);
    }
  },
  fails: {
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '31/03/2025' }],
    'last PlacedAdoption': [],
  },
  passes: {
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '31/03/2025' }],
    'last PlacedAdoption': [{ CHILD: '1', DATE_PLACED: '31/03/2025' }],
  },
});

const rule560 = rule({
  code: '560',
  title: 'Date of a standing decision to place has changed',
  severity: 'error',
  years: [2023],
  tables: ['PlacedAdoption'],
  needs: ['last PlacedAdoption'],
  fields: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  means:
    'Last year the decision to place for adoption had not been reversed, so this year should give the same date. ' +
    'The two are compared as they are written.',
  fix: 'Enter last year’s date in the same form; if there is a new decision, check that the old one was reversed.',
  check: (context, flag) => {
    for (const [decision, lastYear] of join(context, 'PlacedAdoption', 'last PlacedAdoption')) {
      const stood = lastYear.DATE_PLACED_TEXT !== '' && lastYear.DATE_PLACED_CEASED_TEXT === '';
      if (stood && decision.DATE_PLACED_TEXT !== lastYear.DATE_PLACED_TEXT) flag(decision);
    }
  },
  fails: {
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '02/02/2025' }],
    'last PlacedAdoption': [{ CHILD: '1', DATE_PLACED: '01/02/2025' }],
  },
  passes: {
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '01/02/2025' }],
    'last PlacedAdoption': [{ CHILD: '1', DATE_PLACED: '01/02/2025' }],
  },
});

const rule561 = rule({
  code: '561',
  title: 'Decision to place repeated after it was reversed',
  severity: 'error',
  years: [2023],
  tables: ['PlacedAdoption'],
  needs: ['last PlacedAdoption'],
  fields: { PlacedAdoption: ['DATE_PLACED'] },
  means:
    'Last year this decision to place for adoption was already reported as reversed, so it should not appear again. ' +
    'The two dates are compared as they are written.',
  fix: 'Remove the row, or enter the date of the new decision.',
  check: (context, flag) => {
    for (const [decision, lastYear] of join(context, 'PlacedAdoption', 'last PlacedAdoption')) {
      const repeated =
        decision.DATE_PLACED_TEXT !== '' && decision.DATE_PLACED_TEXT === lastYear.DATE_PLACED_TEXT;
      const reversed = filled(lastYear.DATE_PLACED_CEASED_TEXT) || filled(lastYear.REASON_PLACED_CEASED);
      if (repeated && reversed) flag(decision);
    }
  },
  fails: {
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '01/02/2025' }],
    'last PlacedAdoption': [{ CHILD: '1', DATE_PLACED: '01/02/2025', REASON_PLACED_CEASED: 'RD1' }],
  },
  passes: {
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '01/02/2025' }],
    'last PlacedAdoption': [{ CHILD: '1', DATE_PLACED: '01/02/2025' }],
  },
});

const rule584 = rule({
  code: '584',
  title: 'New decision to place not later than the reversed one',
  severity: 'error',
  years: [2023],
  tables: ['PlacedAdoption'],
  needs: ['last PlacedAdoption'],
  fields: { PlacedAdoption: ['DATE_PLACED'] },
  means:
    'Last year’s decision to place for adoption was reversed, so a decision reported this year must have a later date.',
  fix: 'Enter the date of the new decision, or remove the row if there is none.',
  differsFromReference:
    'Flags the row whose own date is wrong and compares dates. The existing tool counts rows in its joined list, so it flags other rows as soon as a child has none or several last year, and it compares dates as text.',
  check: (context, flag) => {
    for (const [decision, lastYear] of join(context, 'PlacedAdoption', 'last PlacedAdoption')) {
      const reversed = filled(lastYear.DATE_PLACED_CEASED_TEXT) || filled(lastYear.REASON_PLACED_CEASED);
      const notLater = decision.DATE_PLACED <= lastYear.DATE_PLACED || Number.isNaN(decision.DATE_PLACED);
      if (reversed && notLater) flag(decision);
    }
  },
  fails: {
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '01/02/2025' }],
    'last PlacedAdoption': [{ CHILD: '1', DATE_PLACED: '01/02/2025', DATE_PLACED_CEASED: '01/03/2025' }],
  },
  passes: {
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '02/02/2025' }],
    'last PlacedAdoption': [{ CHILD: '1', DATE_PLACED: '01/02/2025', DATE_PLACED_CEASED: '01/03/2025' }],
  },
});

/** Rules that compare decisions to place for adoption with those of last year's return. */
export const placedForAdoptionLastYearRules = [rule559, rule560, rule561, rule584];
