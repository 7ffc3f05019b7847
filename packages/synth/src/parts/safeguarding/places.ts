import {
  addWorkingDays,
  careEvents,
  type Day,
  dayOf,
  financialYearOf,
  type Inside,
  OPEN,
  recordInput,
} from '@cic/core';
import { secureStaysOf } from '@cic/plugin-safeguarding';
import {
  homeFinding,
  missingProcedure,
  type OutOfAreaNotification,
  outOfAreaNotification,
  providerConcern,
  type SecurePlacement,
  type SecureReview,
  safeguardingTraining,
  securePlacement,
  secureReview,
} from '@cic/plugin-safeguarding/records';
import type { Random } from '../../random/random.ts';
import { partPerChild, type SynthPart } from '../part.ts';
import { dated } from './known.ts';

/** Shares of what is done, and in time. (p) */
const TOLD = 0.95;
const TOLD_IN_TIME = 0.85;
const EMERGENCY = 0.2;
const RELEASE_PLANNED = 0.8;
const REVIEW_IN_TIME = 0.9;
const ORDER_DAYS = 84;

const notifications = partPerChild(
  'out-of-area notifications',
  outOfAreaNotification,
  function* (child, random, { from, until }): Generator<Inside<OutOfAreaNotification>> {
    for (const { on } of careEvents(child, 'placement-out-of-area')) {
      if (on < from - 365 || on > until || !random.chance(TOLD)) continue;
      const emergency = random.chance(EMERGENCY);
      const inTime = emergency ? addWorkingDays(on, random.int(0, 5)) : on - random.int(0, 7);
      const notified = random.chance(TOLD_IN_TIME) ? inTime : addWorkingDays(on, random.int(6, 20));
      if (notified > until) continue;
      yield {
        child: child.id,
        placed: on,
        notified,
        emergency,
        ...(emergency ? {} : { consulted: on - random.int(2, 14) }),
        approved: on,
        approverRole: 'Nominated officer',
      };
    }
  },
);

/** Orders of some weeks, one after the other, that allow the whole stay. */
function ordersFor(start: Day, last: Day): { start: Day; end: Day }[] {
  const orders: { start: Day; end: Day }[] = [];
  for (let from = start; from <= last; from += ORDER_DAYS)
    orders.push({ start: from, end: Math.min(from + ORDER_DAYS - 1, Math.max(last, from)) });
  return orders;
}

function* reviewsOf(child: string, start: Day, last: Day, random: Random): Generator<Inside<SecureReview>> {
  let at = start + (random.chance(REVIEW_IN_TIME) ? random.int(15, 28) : random.int(32, 45));
  while (at <= last) {
    yield {
      child,
      held: at,
      criteriaMet: random.chance(0.95),
      stillNecessary: random.chance(0.9),
      outcome: 'continue',
      independentMember: true,
      childHeard: random.chance(0.95),
    };
    at += random.chance(REVIEW_IN_TIME) ? random.int(70, 88) : random.int(95, 110);
  }
}

/** The register of secure places, which agrees with the placements of the return. */
const secure: SynthPart = {
  id: 'secure placements',
  make: (care, random, { until }) => {
    const placements: Inside<SecurePlacement>[] = [];
    const reviews: Inside<SecureReview>[] = [];
    for (const child of care.children) {
      const own = random.fork(child.id);
      for (const { kind, start, end } of secureStaysOf(child)) {
        if (start > until) continue;
        const last = Math.min(end - 1, until);
        const welfare = kind === 'welfare';
        const over = end !== OPEN && end <= until;
        placements.push({
          child: child.id,
          kind,
          start,
          ...(over ? { end, releaseDue: end } : {}),
          ...(over && own.chance(RELEASE_PLANNED)
            ? { accommodationPlanned: Math.max(start, end - own.int(2, 21)) }
            : {}),
          ...(welfare
            ? {
                preSecurePanel: { held: start - own.int(1, 5), agreed: true, chairRole: 'Reviewing officer' },
                orders: ordersFor(start, last),
                ...(child.ageOn(start) < 13 ? { secretaryOfStateApproval: start } : {}),
              }
            : {}),
        });
        if (welfare) reviews.push(...reviewsOf(child.id, start, last, own));
      }
    }
    return [
      recordInput({ type: securePlacement, inside: placements }),
      recordInput({ type: secureReview, inside: reviews }),
    ];
  },
};

const HOMES = ['childrens-home-1', 'childrens-home-2', 'childrens-home-3', 'childrens-home-4'] as const;
const TOPICS = ['sexual-exploitation', 'e-safety', 'restorative-justice', 'missing'] as const;

/** Training in each home, what visits found, concerns about providers, and whom to call. */
const homes: SynthPart = {
  id: 'homes and safeguarding',
  make: (_, random, { from, until }) => {
    const years = Array.from(
      { length: financialYearOf(until) - financialYearOf(from) + 1 },
      (_, i) => financialYearOf(from) + i,
    );
    const each = <T>(make: (home: string, year: number) => readonly T[]): T[] =>
      years.flatMap((year) => HOMES.flatMap((home) => make(home, year)));
    return [
      recordInput({
        type: safeguardingTraining,
        inside: each((provider, year) =>
          TOPICS.map((topic) => {
            const inPost = random.int(12, 20);
            const held = dayOf(year - 1, random.int(4, 12), random.int(1, 28));
            return { provider, topic, held, inPost, trained: random.int(Math.ceil(inPost * 0.7), inPost) };
          }),
        ).filter(({ held }) => held <= until),
      }),
      recordInput({
        type: homeFinding,
        inside: each((provider, year) => {
          const found = dayOf(year - 1, random.int(4, 12), random.int(1, 28));
          if (found > until) return [];
          return [
            {
              id: `finding-${provider}-${year}`,
              provider,
              report: random.pick(['regulation-44', 'regulation-45'] as const),
              found,
              safeguarding: random.chance(0.95),
              text: 'Plans for missing children are not dated.',
              owner: 'Registered manager',
              due: found + 28,
              ...(random.chance(0.8) ? dated('done', found + random.int(7, 60), until) : {}),
            },
          ];
        }),
      }),
      recordInput({
        type: providerConcern,
        inside: each((provider, year) => {
          const raised = dayOf(year - 1, random.int(4, 12), random.int(1, 28));
          if (!random.chance(0.5) || raised > until) return [];
          const visited = raised + random.int(3, 20);
          return [
            {
              id: `concern-${provider}-${year}`,
              provider,
              raised,
              raisedBy: 'Independent reviewing officer',
              level: random.pick(['amber', 'amber', 'red'] as const),
              visits: visited <= until ? [{ on: visited, visitorRole: 'Commissioning officer' }] : [],
              ...(random.chance(0.5) ? dated('closed', visited + random.int(20, 90), until) : {}),
            },
          ];
        }),
      }),
      recordInput({
        type: missingProcedure,
        inside: [
          {
            id: 'missing-children',
            title: 'Children who run away or go missing',
            reportTo: '01632 960 000',
            team: 'Missing children team',
            start: from,
            reviewDue: from + 730,
            partners: ['police', 'health'],
          },
        ],
      }),
    ];
  },
};

export const placeParts: readonly SynthPart[] = [notifications, secure, homes];
