import { describe, expect, it } from 'vitest';
import { readOwners, roleDirectory } from './owners.ts';

const directory = roleDirectory(
  [
    { id: 'yos', role: 'Head of youth offending service', alsoKnownAs: ['HoS YOS'], organisation: 'City' },
    {
      id: 'cic',
      role: 'Head of children in care and regulated services',
      alsoKnownAs: ['HoS CiC & Regulated Services'],
    },
    { id: 'housing', role: 'Adults, health and housing' },
    { id: 'nurse', role: 'Designated nurse' },
  ],
  [{ id: 'panel', name: 'Placement panel', councils: ['city'] }],
);
const rolesIn = (text: string) => readOwners(text, directory).owners.map(({ role }) => role);

describe('owners as plans print them', () => {
  it('brings spellings of one role together and keeps each as printed [STR-12]', () => {
    for (const printedAs of ['Hos YOS', 'HosYOS', 'HoS YOS'])
      expect(readOwners(printedAs, directory).owners).toEqual([
        { role: 'Head of youth offending service', organisation: 'City', printedAs },
      ]);
    expect(rolesIn('HoS CiC and Regulated Services')).toEqual([
      'Head of children in care and regulated services',
    ]);
  });

  it('parts several owners at slashes, semicolons and line breaks [D-ACT-03]', () => {
    expect(rolesIn('Hos YOS/Designated Nurse; Placement Panel\nVirtual head')).toEqual([
      'Head of youth offending service',
      'Designated nurse',
      'Placement panel',
      'Virtual head',
    ]);
  });

  it('parts at commas and ‘and’ only where it knows every part', () => {
    expect(rolesIn('Designated nurse and HoS YOS')).toEqual([
      'Designated nurse',
      'Head of youth offending service',
    ]);
    expect(rolesIn('Head of child protection and reviewing')).toEqual([
      'Head of child protection and reviewing',
    ]);
    expect(rolesIn('HoS YOS/Adults, Health and Housing')).toEqual([
      'Head of youth offending service',
      'Adults, health and housing',
    ]);
  });

  it('leaves out a person’s name, of what was printed too [DQ-10]', () => {
    expect(readOwners('HoS (K Example)', directory)).toEqual({
      owners: [{ role: 'HoS' }],
      nameLeftOut: true,
    });
    expect(readOwners('HoS YOS (Mrs Jo Example)', directory).owners[0]!.printedAs).toBe('HoS YOS');
    expect(rolesIn('Strategic lead (care leavers)')).toEqual(['Strategic lead (care leavers)']);
  });
});
