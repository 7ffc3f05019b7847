import type { Inside } from '@cic/core';
import { day } from '@cic/core';
import type { School } from '@cic/plugin-education/records';
import type { Random, Weighted } from '../../random/random.ts';

/** A stretch of schooling that is spent at one kind of school. */
export type Phase = 'nursery' | 'primary' | 'secondary' | 'post-16';

export type SyntheticSchool = Inside<School> & { readonly phase: Phase };

const KINDS: Readonly<Record<Phase, Weighted<School['kind']>>> = {
  nursery: [
    ['early-years-private', 6],
    ['early-years-maintained', 3],
    ['childminder', 1],
  ],
  primary: [
    ['maintained', 10],
    ['academy', 6],
    ['special', 2],
  ],
  secondary: [
    ['academy', 12],
    ['maintained', 3],
    ['special', 3],
    ['independent-special', 1],
    ['pupil-referral-unit', 1],
  ],
  'post-16': [
    ['further-education', 4],
    ['training-provider', 1],
  ],
};

const NAMES = ['Long Lane', 'Brook', 'Hill', 'Church', 'Mill', 'Park', 'River', 'Green', 'Field', 'Meadow'];
const OUT_OF_AREA = 0.25;
const WITHOUT_TEACHER = 0.04;
const PUPILS_A_SCHOOL: Readonly<Record<Phase, number>> = {
  nursery: 25,
  primary: 8,
  secondary: 12,
  'post-16': 60,
};
const KNOWN_SINCE = day('1990-09-01');

/** A register of schools that do not exist, enough for so many children. */
export function schoolRegister(children: number, random: Random): SyntheticSchool[] {
  const phases = Object.keys(KINDS) as Phase[];
  return phases.flatMap((phase) =>
    Array.from(
      { length: Math.max(6, Math.ceil(children / PUPILS_A_SCHOOL[phase])) },
      (_, i): SyntheticSchool => {
        const kind = random.weighted(KINDS[phase]);
        const trained = random.int(2, 9);
        return {
          phase,
          id: `syn-${phase}-${i + 1}`,
          name: `${NAMES[i % NAMES.length]} ${phase} ${i + 1}`,
          kind,
          // The first two of a phase lie one on each side of the boundary, so that there is always a choice.
          location: i === 0 ? 'IN' : i === 1 || random.chance(OUT_OF_AREA) ? 'OUT' : 'IN',
          opened: KNOWN_SINCE,
          ...(random.chance(WITHOUT_TEACHER)
            ? {}
            : { designatedTeachers: [{ start: KNOWN_SINCE + 1, trained: KNOWN_SINCE + trained * 365 }] }),
        };
      },
    ),
  );
}

/** A school as its record has it, without what only the generator knows. */
export const schoolRecord = ({ phase: _, ...school }: SyntheticSchool): Inside<School> => school;
