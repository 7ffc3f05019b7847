import { type Day, day, dayOf, financialYearOf, recordInput } from '@cic/core';
import {
  healthOrganisation,
  healthServiceCapacity,
  healthStandardEvidence,
  healthTraining,
} from '@cic/plugin-health/records';
import type { SynthPart } from '../part.ts';

/** Who paid when; none of them exists. */
export const COMMISSIONER: readonly { readonly id: string; readonly start: Day; readonly end?: Day }[] = [
  { id: 'synthetic-pct', start: day('2001-04-01'), end: day('2013-03-31') },
  { id: 'synthetic-ccg', start: day('2013-04-01'), end: day('2022-06-30') },
  { id: 'synthetic-icb', start: day('2022-07-01') },
];

export const NURSES = [
  { worker: 'nurse-16-plus', placedIn: '16-plus-service', older: true },
  { worker: 'nurse-children', placedIn: 'health-team', older: false },
] as const;

const organisations: SynthPart = {
  id: 'health organisations',
  make: () => [
    recordInput({
      type: healthOrganisation,
      records: [
        {
          id: 'synthetic-pct',
          name: 'Synthetic Primary Care Trust',
          kind: 'primary-care-trust',
          start: '2001-04-01',
          end: '2013-03-31',
          successor: 'synthetic-ccg',
        },
        {
          id: 'synthetic-ccg',
          name: 'Synthetic Clinical Commissioning Group',
          kind: 'clinical-commissioning-group',
          start: '2013-04-01',
          end: '2022-06-30',
          successor: 'synthetic-icb',
        },
        {
          id: 'synthetic-icb',
          name: 'Synthetic Integrated Care Board',
          kind: 'integrated-care-board',
          start: '2022-07-01',
        },
      ],
    }),
  ],
};

const TOPICS = [
  'health-promotion',
  'substance-misuse',
  'strengths-and-difficulties',
  'emotional-wellbeing',
] as const;
const AUDIENCES = ['foster-carers', 'residential-staff', 'social-workers'] as const;

/** Training, capacity and evidence of each year. */
const yearly: SynthPart = {
  id: 'health services',
  make: (_, random, { from, until }) => {
    const years = Array.from(
      { length: financialYearOf(until) - financialYearOf(from) + 1 },
      (_, i) => financialYearOf(from) + i,
    );
    return [
      recordInput({
        type: healthTraining,
        inside: years.flatMap((year) =>
          TOPICS.flatMap((topic) =>
            AUDIENCES.map((audience) => {
              const invited = random.int(12, 30);
              return {
                id: `training-${year}-${topic}-${audience}`,
                topic,
                audience,
                held: dayOf(year - 1, random.int(5, 12), random.int(1, 28)),
                invited,
                attended: random.int(8, invited),
              };
            }),
          ),
        ),
      }),
      recordInput({
        type: healthServiceCapacity,
        inside: years.map((year) => ({
          id: `camhs-${year}`,
          service: 'camhs' as const,
          asAt: dayOf(year - 1, 9, 30),
          posts: 4.5,
          postsFilled: random.int(6, 9) / 2,
          caseload: random.int(50, 90),
          caseloadLimit: 70,
          waiting: random.int(2, 14),
          longestWaitDays: random.int(60, 200),
        })),
      }),
      recordInput({
        type: healthStandardEvidence,
        inside: years.flatMap((year) =>
          Array.from({ length: 15 }, (_, i) => ({
            id: `standard-${i + 1}-${year}`,
            standard: i + 1,
            asAt: dayOf(year - 1, 12, 1),
            rating: random.pick(['green', 'amber', 'amber', 'red'] as const),
            judgedBy: 'Designated nurse',
          })),
        ),
      }),
    ];
  },
};

export const councilParts: readonly SynthPart[] = [organisations, yearly];
