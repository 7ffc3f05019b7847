import { addMonths, type Day, formatIsoDate, type RecordInput, recordInput } from '@cic/core';
import { codeSets } from '@cic/plugin-leaving-care';
import {
  careLeaverSurvey,
  commissionedAccommodation,
  councilTaxScheme,
  homelessPresentation,
  type LocalOfferItem,
  localOfferItem,
  ringFencedOffer,
} from '@cic/plugin-leaving-care/records';
import type { Random } from '../../random/random.ts';
import type { PartOptions } from '../part.ts';
import type { Contract } from './living.ts';

const iso = formatIsoDate;

/** Ids of the offers that ring-fenced posts name. */
export const OFFERS = { post: 'SYN-POST', apprenticeship: 'SYN-APPRENTICESHIP' } as const;

/** The day from which every district lets care leavers off council tax. */
export const councilTaxSince = (from: Day): Day => addMonths(from, -24);

/** What the council offers, in words for young people. */
const OFFER: readonly (readonly [
  LocalOfferItem['area'],
  string,
  string,
  LocalOfferItem['entitlement']?,
  number?,
])[] = [
  [
    'home',
    'Money to set up your home',
    'When you move into your first home you can get money for what you need.',
    'setting-up-allowance',
    300_000,
  ],
  ['home', 'No council tax', 'You do not pay council tax until you are 25.', 'council-tax'],
  [
    'money',
    'Help with travel',
    'You can get money for travel to college, work and family.',
    'travel',
    30_000,
  ],
  [
    'education',
    'Money for university',
    'If you go to university you get a bursary.',
    'higher-education-bursary',
    200_000,
  ],
  ['work', 'Work placements', 'You can try out work with the council.'],
  ['health', 'Free swimming and gym', 'You can use our pools and gyms without paying.'],
  ['relationships', 'Someone to talk to', 'You can have a mentor or an independent visitor.'],
  ['taking-part', 'Your say', 'You can join the care leavers’ forum.'],
  ['support', 'Your adviser', 'You have a personal adviser until you are 25, if you want one.'],
];

/** Answers to each question, spread over its scale. */
function answersOf(answered: number, random: Random) {
  return codeSets.KEEP_ON_CARING_QUESTION.codes.flatMap(({ code, scale }) => {
    const answers = codeSets.KEEP_ON_CARING_ANSWER.codes.filter(({ group }) => group === scale);
    let rest = answered;
    return answers.map(({ code: answer }, i) => {
      const count =
        i === answers.length - 1
          ? rest
          : Math.min(rest, Math.round((answered / answers.length) * (0.6 + random.next())));
      rest -= count;
      return { question: code, answer, count };
    });
  });
}

/** Records of the service that are about no one young person. */
export function serviceRecords(
  { from, until, council }: PartOptions,
  contracts: readonly Contract[],
  leavers: number,
  random: Random,
): RecordInput[] {
  const days = (every: number): Day[] => {
    const found: Day[] = [];
    for (let on = from + random.int(10, every); on <= until; on += every) found.push(on);
    return found;
  };
  const kinds = ['shared-staffed', 'self-contained', 'shared'] as const;
  return [
    recordInput({
      type: commissionedAccommodation,
      records: contracts.map(({ id, units }, i) => ({
        id,
        units,
        start: iso(addMonths(from, -96)),
        kind: kinds[i % kinds.length]!,
        purchase: 'block' as const,
        district: council.districts[i % council.districts.length]!.id,
      })),
    }),
    recordInput({
      type: councilTaxScheme,
      records: council.districts.map(({ id }) => ({
        district: id,
        agreed: iso(addMonths(councilTaxSince(from), -4)),
        applied: iso(councilTaxSince(from)),
        toAge: 25,
      })),
    }),
    recordInput({
      type: ringFencedOffer,
      records: [
        {
          id: OFFERS.post,
          kind: 'post' as const,
          opened: iso(addMonths(from, -60)),
          posts: 2,
          trainingInWorkingTime: true,
        },
        {
          id: OFFERS.apprenticeship,
          kind: 'apprenticeship' as const,
          opened: iso(addMonths(from, -60)),
          posts: 4,
          trainingInWorkingTime: true,
        },
      ],
    }),
    recordInput({
      type: homelessPresentation,
      records: days(Math.max(6, Math.round(6000 / Math.max(1, leavers)))).map((on, i) => {
        const age = random.int(16, 20);
        const assessed = on + random.int(1, 9);
        return {
          id: `SYN-HOMELESS-${i + 1}`,
          presented: iso(on),
          age,
          careLeaver: age >= 18 && random.chance(0.5),
          district: random.pick(council.districts).id,
          accommodationNeeded: random.chance(0.6),
          ...(age < 18 && assessed <= until && random.chance(0.9)
            ? { assessmentStarted: iso(on), assessed: iso(assessed) }
            : {}),
          ...(assessed <= until
            ? {
                outcome: random.pick([
                  'returned-home',
                  'supported-accommodation',
                  'housed',
                  'supported-section-17',
                ] as const),
                outcomeOn: iso(assessed),
              }
            : {}),
        };
      }),
    }),
    recordInput({
      type: localOfferItem,
      records: OFFER.map(([area, title, words, entitlement, amount], i) => ({
        id: `SYN-OFFER-${i + 1}`,
        area,
        title,
        words,
        statuses: ['relevant', 'former-relevant'] as ('relevant' | 'former-relevant')[],
        ...(entitlement === undefined ? {} : { entitlement }),
        ...(amount === undefined ? {} : { amount }),
        law: entitlement === 'setting-up-allowance' || entitlement === 'higher-education-bursary',
        ask: 'Your personal adviser',
        start: iso(addMonths(from, -12)),
        reviewDue: iso(addMonths(until, 6)),
      })),
    }),
    recordInput({
      type: careLeaverSurvey,
      records: days(182).map((on, i) => {
        const invited = Math.max(10, leavers);
        const answered = Math.max(5, Math.round(invited * (0.2 + random.next() * 0.2)));
        return {
          id: `SYN-SURVEY-${i + 1}`,
          held: iso(on),
          invited,
          answered,
          ...(on + 50 <= until ? { feedbackGiven: iso(on + 50) } : {}),
          answers: answersOf(answered, random),
        };
      }),
    }),
  ];
}
