import { addMonths, type Day, financialYear, type Inside, insideOf, recordInput } from '@cic/core';
import { meeting } from '@cic/core/records';
import {
  type AwardNomination,
  awardNomination,
  newsletter,
  type ParticipationActivity,
  participationActivity,
  participationGroup,
  type TakingPart,
  takingPart,
} from '@cic/plugin-engagement/records';
import type { PartOptions, SynthPart } from '../part.ts';
import { COUNCIL_OF_CHILDREN } from './children.ts';
import { inCareOn, partPerYear, type Year, yearsOf } from './years.ts';

const BOARD = 'corporate-parenting-board';

/** The planned year: half-termly meetings, monthly open door, outings, Big Conversations, an awards event. */
const PLANNED: readonly (readonly [kind: ParticipationActivity['kind'], month: number, day: number])[] = [
  ...[0, 2, 4, 6, 8, 10].map((month) => ['group-meeting', month, 12] as const),
  ...Array.from({ length: 12 }, (_, month) => ['open-door', month, 5] as const),
  ...[1, 4, 7].map((month) => ['outing', month, 20] as const),
  ...[3, 9].map((month) => ['big-conversation', month, 18] as const),
  ['decision-makers', 5, 14],
  ['decision-makers', 11, 14],
  ['interview-panel', 2, 22],
  ['carer-recruitment', 6, 22],
  ['service-evaluation', 8, 25],
  ['network-event', 10, 25],
  ['cultural-activity', 7, 2],
  ['awards-event', 8, 15],
];

/** What an activity of a kind adds to its date and number of young people. (p) */
function detailsOf(
  kind: ParticipationActivity['kind'],
  held: Day,
  { random }: Year,
): Partial<Inside<ParticipationActivity>> & { readonly youngPeople: number } {
  const youngPeople = random.int(4, 14);
  switch (kind) {
    case 'group-meeting': {
      const members = random.int(8, 14);
      return { group: COUNCIL_OF_CHILDREN, members, youngPeople: random.int(4, members), rung: '5' };
    }
    case 'open-door':
      return { youngPeople, channel: random.pick(['meeting', 'phone', 'email'] as const) };
    case 'decision-makers':
      return { youngPeople, decisionMakers: ['director', 'lead-member'] };
    case 'service-evaluation':
      return { youngPeople, service: 'fostering', level: 'evaluation' };
    case 'awards-event':
      return { youngPeople, nominations: 30 };
    case 'big-conversation':
      return {
        youngPeople,
        rung: '4',
        questions: [
          {
            text: 'Why do our workers change so often?',
            asked: 'director',
            due: held + 28,
            answered: held + random.int(14, 28),
          },
        ],
        points: [
          {
            text: 'Tell us earlier who our next worker will be.',
            board: BOARD,
            ...(random.chance(0.8) ? { carried: held + random.int(20, 60) } : {}),
          },
        ],
      };
    default:
      return { youngPeople };
  }
}

const activities = partPerYear(
  'engagement activities',
  participationActivity,
  ({ held }) => held,
  (year) =>
    PLANNED.map(([kind, month, day], i) => {
      const held = addMonths(year.start, month) + day;
      return {
        id: `${kind}-${year.year}-${i}`,
        kind,
        held,
        channel: 'meeting',
        ...detailsOf(kind, held, year),
      };
    }),
);

const activitiesOf = (
  { made }: PartOptions,
  ...kinds: readonly ParticipationActivity['kind'][]
): Inside<ParticipationActivity>[] =>
  made
    .filter(({ type }) => type.id === participationActivity.id)
    .flatMap((input) => [...(insideOf(input) as Iterable<Inside<ParticipationActivity>>)])
    .filter(({ kind }) => kinds.includes(kind));

/** One child in ten of eight or older is asked along; some need a lift to come. (p) */
const takingPartIn: SynthPart = {
  id: 'engagement taking part',
  make(care, random, options) {
    const inside = activitiesOf(options, 'outing', 'big-conversation', 'cultural-activity').flatMap(
      ({ id, held }) => {
        const stream = random.fork(id);
        return inCareOn(care, held, 8)
          .filter(() => stream.chance(0.1))
          .map(
            (child): Inside<TakingPart> => ({
              child,
              activity: id,
              on: held,
              status: stream.chance(0.85) ? 'took-part' : 'declined',
              channel: 'meeting',
              ...(stream.chance(0.3)
                ? { support: [{ kind: 'transport', provided: stream.chance(0.9) }] }
                : {}),
            }),
          );
      },
    );
    return [recordInput({ type: takingPart, inside })];
  },
};

/** One child in ten of five or older is nominated for the awards event, and two in five of those receive one. (p) */
const awards: SynthPart = {
  id: 'engagement awards',
  make(care, random, options) {
    const inside = activitiesOf(options, 'awards-event').flatMap(({ held }) => {
      const stream = random.fork(held);
      const nominated = held - 40;
      return inCareOn(care, held, 5)
        .filter((child) => care.child(child)!.isLookedAfter(nominated) && stream.chance(0.1))
        .map(
          (child): Inside<AwardNomination> => ({
            child,
            scheme: 'celebration',
            nominated,
            by: 'foster carer',
            category: 'courage',
            ...(stream.chance(0.4) ? { awarded: held } : {}),
          }),
        );
    });
    return [recordInput({ type: awardNomination, inside })];
  },
};

const group: SynthPart = {
  id: 'engagement group',
  make(_, __, options) {
    const established = financialYear(yearsOf(options)[0]!).start - 400;
    return [
      recordInput({
        type: participationGroup,
        inside: [
          {
            id: COUNCIL_OF_CHILDREN,
            kind: 'children-in-care-council',
            title: 'Our Voice',
            established,
            meets: 'half-termly',
            termsOfReference: [{ version: '1', agreed: established + 10, reviewDue: options.until + 200 }],
          },
        ],
      }),
    ];
  },
};

const newsletters = partPerYear(
  'engagement newsletters',
  newsletter,
  ({ sent }) => sent,
  ({ year, start, care }) =>
    [1, 4, 7, 10].map((month) => {
      const sent = addMonths(start, month);
      return {
        id: `newsletter-${year}-${month}`,
        sent,
        title: 'Our news',
        ageFrom: 8,
        recipients: inCareOn(care, sent, 8).length,
      };
    }),
);

/** The board meets each quarter; young people come to three meetings of four. (p) */
const boardMeetings = partPerYear(
  'engagement board meetings',
  meeting,
  ({ held }) => held,
  ({ year, start, random }) =>
    [2, 5, 8, 11].map((month) => ({
      id: `${BOARD}-${year}-${month}`,
      board: BOARD,
      held: addMonths(start, month) + 9,
      youngPeople: random.chance(0.75) ? random.int(1, 5) : 0,
    })),
);

/** What young people take part in, what came of it at the board, and the news and awards that follow. */
export const activityParts: readonly SynthPart[] = [
  group,
  activities,
  takingPartIn,
  awards,
  newsletters,
  boardMeetings,
];
