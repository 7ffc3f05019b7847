import { columns, dateCell, type ListDefinition } from '@cic/core';
import { returnCode, type SuitabilityRule } from '../facts/living.ts';
import { contactsFor } from '../facts/people.ts';

const SOURCES = {
  'own-records': 'leaving care records',
  'statutory-return': 'return',
  'worked-out': 'care history',
} as const;

/**
 * The return's list of care leavers (OC3): one line for everybody whose 17th to 21st birthday falls in the period (to the
 * 25th in later years), with the codes of the return and what is still missing. In a period of more than a year, the last
 * birthday.
 */
export const returnList = (rule: SuitabilityRule): ListDefinition => ({
  id: 'care-leavers-return',
  title: 'Care leavers for the statutory return (OC3)',
  columns: columns({
    CHILD: 'CHILD',
    DOB: 'DOB',
    age: 'Birthday',
    IN_TOUCH: 'IN_TOUCH',
    ACTIV: 'ACTIV',
    ACCOM: 'ACCOM',
    from: 'Found in',
    flags: 'Still missing',
  }),
  requirements: ['LVC-03', 'LVC-04', 'D-LEA-15'],
  row: (child, context) => {
    const contact = contactsFor(child, context).at(-1);
    if (!contact) return undefined;
    const { inTouch, activity, living, sources, age, on } = contact;
    const nothingAsked = inTouch === 'DIED' || inTouch === 'RHOM';
    const missing = [
      inTouch === undefined ? 'whether in touch' : undefined,
      activity === undefined && !nothingAsked ? 'main activity' : undefined,
      living === undefined && !nothingAsked ? 'accommodation' : undefined,
    ].filter((words) => words !== undefined);
    const found = new Set(Object.values(sources).flatMap((source) => (source ? [SOURCES[source]] : [])));
    return {
      CHILD: child.id,
      DOB: dateCell(child.born),
      age: `${age} on ${dateCell(on)}`,
      IN_TOUCH: inTouch ?? '',
      ACTIV: nothingAsked ? '0' : (activity ?? ''),
      ACCOM: nothingAsked ? '0' : living ? returnCode(living, rule) : '',
      from: [...found].join(', '),
      flags: missing,
    };
  },
});
