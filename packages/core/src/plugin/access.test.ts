import { describe, expect, it } from 'vitest';
import { review, visit } from '../generated/records.ts';
import { grant } from './access.ts';

describe('what a role may do', () => {
  it('is one rule a record, and hides a field only where there is one', () => {
    expect(
      grant('analyst', [review, visit], 'pseudonymised', { hidden: ['participation', 'colour'] }),
    ).toEqual([
      { role: 'analyst', record: 'review', read: 'pseudonymised', hidden: ['participation'] },
      { role: 'analyst', record: 'visit', read: 'pseudonymised' },
    ]);
  });

  it('is to read only, unless it says otherwise', () => {
    expect(grant('visitor', [visit], 'own caseload', { write: 'own caseload', masked: ['held'] })).toEqual([
      { role: 'visitor', record: 'visit', read: 'own caseload', write: 'own caseload', masked: ['held'] },
    ]);
  });
});
