import { financialYear, type Inside, recordInput } from '@cic/core';
import {
  childrenService,
  type EngagementProcurement,
  engagementProcurement,
  type ParticipationTraining,
  type Pledge,
  participationChampion,
  participationTraining,
  pledge,
  type ServiceInformation,
  serviceInformation,
} from '@cic/plugin-engagement/records';
import type { SynthPart } from '../part.ts';
import { partPerYear, yearsOf } from './years.ts';

const SERVICES = [
  ['virtual-school', 'Virtual school', 'virtual-school'],
  ['children-in-care-team', 'Children in care team', 'children-in-care-team'],
  ['fostering', 'Fostering', 'fostering-team'],
  ['reviewing-service', 'Reviewing service', 'reviewing-officers'],
  ['advocacy', 'Advocacy', undefined],
] as const;

/** A pledge for three years from the first, reviewed with young people at the end of each. */
function pledgesOf(years: readonly number[]): Inside<Pledge>[] {
  return years
    .filter((_, i) => i % 3 === 0)
    .map((year, i) => {
      const { start } = financialYear(year);
      return {
        id: `pledge-${year}`,
        version: String(i + 1),
        agreed: start - 20,
        from: start,
        until: financialYear(year + 2).end,
        promises: [
          { id: 'listen', text: 'We will listen to you.', indicator: 'participation-in-reviews' },
          { id: 'settle', text: 'We will keep you where you are settled.', indicator: 'long-term-stability' },
        ],
        signatures: [
          { by: 'leader of the council', kind: 'council', signed: start - 20 },
          { by: 'integrated care board', kind: 'partner', signed: start - 15 },
        ],
        reviews: [0, 1, 2]
          .filter((later) => year + later <= years.at(-1)!)
          .map((later) => ({
            held: financialYear(year + later).end - 20,
            withYoungPeople: true,
            effectiveness: 'Seen in reviews and moves.',
            promises: [
              { promise: 'listen', state: 'kept' },
              { promise: 'settle', state: later === 2 ? 'kept' : 'partly' },
            ],
          })),
      };
    });
}

/** Staff, then members, are trained within months of each pledge. */
const trainingsIn = ({ id, from }: Inside<Pledge>): Inside<ParticipationTraining>[] =>
  (['staff', 'members'] as const).map((audience, i) => ({
    id: `training-${audience}-${id}`,
    held: from + 60 + 30 * i,
    topic: 'The pledge',
    audience,
    attended: 14,
    pledge: id,
    youngPeople: 2,
  }));

const pledges: SynthPart = {
  id: 'engagement pledges',
  make(_, __, options) {
    const inside = pledgesOf(yearsOf(options));
    return [
      recordInput({ type: pledge, inside }),
      recordInput({
        type: participationTraining,
        inside: inside.flatMap(trainingsIn).filter(({ held }) => held <= options.until),
      }),
    ];
  },
};

/** Each service tells young people what it does; each team has a champion. */
const services: SynthPart = {
  id: 'engagement services',
  make(_, __, options) {
    const opened = financialYear(yearsOf(options)[0]!).start - 400;
    return [
      recordInput({
        type: childrenService,
        inside: SERVICES.map(([id, title, team]) => ({
          id,
          title,
          opened,
          informs: true,
          ...(team === undefined ? {} : { team }),
        })),
      }),
      recordInput({
        type: participationChampion,
        inside: SERVICES.filter(([, , team]) => team !== undefined).map(([service], i) => ({
          service,
          champion: `W-${i + 1}`,
          start: opened + 30,
        })),
      }),
      recordInput({
        type: serviceInformation,
        inside: SERVICES.map(
          ([service, title]): Inside<ServiceInformation> => ({
            id: `information-${service}`,
            service,
            title,
            published: opened + 60,
            reviewDue: options.until + 120,
            tells: ['who', 'what', 'contact', 'complaint'],
            audience: 'children-in-care',
            format: 'leaflet, easy read',
          }),
        ),
      }),
    ];
  },
};

/** Advocacy is put out to open tender every second year. */
const procurements = partPerYear(
  'engagement procurements',
  engagementProcurement,
  ({ awarded }) => awarded!,
  ({ year, start }): Inside<EngagementProcurement>[] =>
    year % 2 === 0
      ? [
          {
            id: `advocacy-contract-${year}`,
            service: 'advocacy',
            route: 'open-tender',
            started: start + 30,
            awarded: start + 180,
            childrensRights: true,
            youngPeople: 3,
          },
        ]
      : [],
);

/** What the council promises, and what its services owe young people. */
export const promiseParts: readonly SynthPart[] = [pledges, services, procurements];
