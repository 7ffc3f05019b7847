import { addMonths, type Day, dayOf, financialYearOf, type Inside, recordInput } from '@cic/core';
import {
  type AdopterHousehold,
  type AdoptionPanel,
  type AdoptiveFamily,
  adopterHousehold,
  adopterPersonalBudget,
  adoptionConsultation,
  adoptionPanel,
  adoptionRequest,
  adoptionSupportApplication,
  adoptionTraining,
  adoptiveFamily,
  interAgencyPlacement,
  type PermanenceOrder,
  permanenceOrder,
  sealedIdentity,
} from '@cic/plugin-adoption/records';
import type { Random } from '../../random/random.ts';
import type { PartOptions, SynthPart } from '../part.ts';
import { by, type Way, waysOf } from './way.ts';

/** The years wanted, named by their end. */
const yearsOf = ({ from, until }: PartOptions): number[] =>
  Array.from(
    { length: financialYearOf(until) - financialYearOf(from) + 1 },
    (_, i) => financialYearOf(from) + i,
  );

/** The steps of a household to approval on a day. */
function towards(decided: Day, random: Random): Omit<Inside<AdopterHousehold>, 'id'> {
  const stageTwo = addMonths(decided, -random.int(3, 5));
  const registered = addMonths(stageTwo, -random.int(2, 3));
  return {
    enquired: registered - random.int(20, 120),
    registered,
    stageOneEnded: stageTwo - 5,
    stageTwoStarted: stageTwo,
    applied: stageTwo,
    panel: decided - 9,
    stageTwoEnded: decided,
    decided,
    approved: true,
  };
}

function hopes(random: Random): NonNullable<Inside<AdopterHousehold>['preferences']> {
  const fromAge = random.int(0, 2);
  return {
    fromAge,
    toAge: fromAge + random.int(2, 6),
    children: random.chance(0.25) ? 2 : 1,
    accepts: random.chance(0.3) ? ['sibling-group', 'health'] : ['ethnicity'],
  };
}

/** The household of a child who was placed: approved before the match, gone after the order. */
function ofChild(
  { household, matched, placement, adopted, agency, random }: Way,
  until: Day,
): Inside<AdopterHousehold>[] {
  if (household === undefined || matched === undefined || matched > until || !placement) return [];
  const own = random.fork('household');
  const gone = by(until, adopted) ?? by(until, placement.end);
  return [
    {
      id: household,
      agency,
      kind: own.chance(0.85) ? 'mainstream' : 'fast-track',
      ...towards(matched - own.int(31, 300), own),
      home: agency === 'own' ? 'in-area' : 'near',
      fosteringForAdoption: own.chance(0.3),
      preferences: hopes(own),
      ...(gone === undefined
        ? {}
        : { closed: gone, reasonClosed: adopted === gone ? 'adopted' : 'withdrew' }),
    },
  ];
}

const households: SynthPart = {
  id: 'adopter households',
  make: (care, random, options) => {
    const { until } = options;
    const ways = waysOf(care, options);
    const matched = ways.flatMap((way) => ofChild(way, until));
    // As many enquire and leave, wait approved or are on the way as a service of this size has. (p)
    const few = Math.max(3, Math.ceil(matched.length / 6));
    const waiting = Array.from({ length: few }, (_, i): Inside<AdopterHousehold> => {
      const own = random.fork(`waiting ${i}`);
      return {
        id: `adopters-waiting-${i + 1}`,
        agency: 'own',
        kind: 'mainstream',
        ...towards(until - own.int(10, 330), own),
        home: 'in-area',
        preferences: hopes(own),
      };
    });
    const enquiries = yearsOf(options).flatMap((year) =>
      Array.from({ length: few * 4 }, (_, i): Inside<AdopterHousehold> => {
        const own = random.fork(`enquiry ${year} ${i}`);
        const enquired = own.dayBetween(dayOf(year - 1, 4, 1), Math.min(until, dayOf(year, 3, 1)));
        const closed = by(until, enquired + own.int(5, 60));
        return {
          id: `enquiry-${year}-${i + 1}`,
          agency: 'own',
          enquired,
          ...(closed === undefined ? {} : { closed, reasonClosed: 'withdrew' }),
        };
      }),
    );
    return [recordInput({ type: adopterHousehold, inside: [...matched, ...waiting, ...enquiries] })];
  },
};

const provided: SynthPart = {
  id: 'placements provided',
  make: (_, random, options) => {
    const years = yearsOf(options);
    const inside = years.map((year) => ({
      id: `provided-${year}`,
      adopters: `adopters-provided-${year}`,
      placed: random.fork(year).dayBetween(dayOf(year - 1, 5, 1), dayOf(year, 2, 1)),
      children: 1,
      agency: 'other-authority' as const,
      fee: 3_100_000,
    }));
    return [
      recordInput({
        type: adopterHousehold,
        inside: inside.map(({ adopters, placed }) => ({
          id: adopters,
          agency: 'own' as const,
          ...towards(placed - 100, random.fork(adopters)),
        })),
      }),
      recordInput({ type: interAgencyPlacement, inside }),
    ];
  },
};

const MEMBERS: NonNullable<Inside<AdoptionPanel>['members']> = [
  { role: 'chair' },
  { role: 'medical-adviser' },
  { role: 'social-worker' },
  { role: 'elected-member' },
  { role: 'independent-member' },
  { role: 'agency-adviser' },
];

/** A panel on every day on which a match was considered. */
const panels: SynthPart = {
  id: 'adoption panels',
  make: (care, _, options) => {
    const days = new Map<Day, Way[]>();
    for (const way of waysOf(care, options)) {
      if (way.matched === undefined || way.matched > options.until) continue;
      const held = Math.max(way.decided, way.matched - 9);
      days.set(held, [...(days.get(held) ?? []), way]);
    }
    const inside = [...days].map(
      ([held, ways], i): Inside<AdoptionPanel> => ({
        id: `panel-${i + 1}`,
        panel: 'adoption-panel',
        held,
        members: MEMBERS,
        cases: ways.map(({ child, household, matched }) => ({
          matter: 'match',
          child: child.id,
          ...(household === undefined ? {} : { adopters: household }),
          recommendation: 'recommended',
          decided: matched!,
          agreed: true,
        })),
      }),
    );
    return [recordInput({ type: adoptionPanel, inside })];
  },
};

/** What becomes of the adopted: a family that is supported, money, and the sealed link between the two identities. */
const families: SynthPart = {
  id: 'adoptive families',
  make: (care, random, options) => {
    const adopted = waysOf(care, options).filter((way) => by(options.until, way.adopted) !== undefined);
    const inside = random.shuffled(adopted).map(({ adopted: ordered, agency }, i): Inside<AdoptiveFamily> => {
      const own = random.fork(`family ${i}`);
      return {
        id: `family-${i + 1}`,
        ordered: ordered!,
        placedByCouncil: true,
        livesInArea: [{ start: ordered!, inArea: agency === 'own' || own.chance(0.3) }],
        needs: own.chance(0.6) ? ['attachment', 'behaviour'] : ['education'],
      };
    });
    const supported = inside.filter((_, i) => i % 3 === 0);
    return [
      recordInput({ type: adoptiveFamily, inside }),
      recordInput({
        type: adoptionSupportApplication,
        inside: supported.flatMap(({ id, ordered }, i) => {
          const applied = by(options.until, ordered! + 40);
          const decided = by(options.until, ordered! + 80);
          if (applied === undefined) return [];
          const result = decided === undefined ? {} : { decided, awarded: i % 5 === 4 ? 0 : 240_000 };
          return [
            {
              id: `fund-${id}`,
              family: id,
              applied,
              service: 'therapy' as const,
              requested: 250_000,
              ...result,
            },
          ];
        }),
      }),
      recordInput({
        type: adopterPersonalBudget,
        inside: supported.flatMap(({ id, ordered }) => {
          const start = by(options.until, ordered! + 30);
          const paid = by(options.until, ordered! + 60);
          if (start === undefined) return [];
          return [
            {
              id: `budget-${id}`,
              family: id,
              start,
              allocated: 120_000,
              payments: paid === undefined ? [] : [{ on: paid, amount: 45_000 }],
            },
          ];
        }),
      }),
      recordInput({
        type: sealedIdentity,
        inside: adopted.map(({ child, adopted: ordered, household }, i) => ({
          id: `seal-${i + 1}`,
          earlier: child.id,
          present: `SYNA${String(i + 1).padStart(6, '0')}`,
          ordered: ordered!,
          sealed: ordered!,
          ...(household === undefined ? {} : { household }),
        })),
      }),
    ];
  },
};

/** What the service does for everybody, every year. */
const yearly: SynthPart = {
  id: 'adoption service',
  make: (_, random, options) => {
    const years = yearsOf(options);
    const on = (year: number, month: number) => dayOf(month >= 4 ? year - 1 : year, month, 15);
    return [
      recordInput({
        type: adoptionTraining,
        inside: years.flatMap((year) =>
          (['prospective-adopters', 'approved-adopters', 'social-workers'] as const).map((audience, i) => ({
            id: `adoption-training-${year}-${audience}`,
            audience,
            held: on(year, 5 + i * 2),
            attended: random.fork(`${year} ${audience}`).int(6, 18),
          })),
        ),
      }),
      recordInput({
        type: adoptionConsultation,
        inside: years.flatMap((year) =>
          (['adopters', 'adopted-children'] as const).map((audience, i) => {
            const invited = random.fork(`${year} ${audience}`).int(20, 60);
            return {
              id: `adoption-consultation-${year}-${audience}`,
              audience,
              channel: i === 0 ? ('web' as const) : ('event' as const),
              opened: on(year, 6),
              invited,
              answered: Math.round(invited * 0.55),
              ...(i === 0 ? { changes: [{ text: 'Training at weekends too.', made: on(year, 9) }] } : {}),
            };
          }),
        ),
      }),
      recordInput({
        type: adoptionRequest,
        inside: years.flatMap((year) =>
          Array.from({ length: 12 }, (_, i) => ({
            id: `adoption-request-${year}-${i + 1}`,
            kind: i % 3 === 0 ? ('support' as const) : ('access-to-records' as const),
            requester: i % 3 === 0 ? ('adoptive-family' as const) : ('adopted-adult' as const),
            requested: dayOf(year - 1, 4, 1) + i * 28,
          })),
        ),
      }),
    ];
  },
};

const ORDER: Readonly<Record<string, Pick<PermanenceOrder, 'order' | 'guardian'>>> = {
  E41: { order: 'child-arrangements' },
  E43: { order: 'special-guardianship', guardian: 'foster-carer' },
  E44: { order: 'special-guardianship', guardian: 'relative' },
  E45: { order: 'special-guardianship', guardian: 'relative-foster-carer' },
  E46: { order: 'special-guardianship', guardian: 'foster-carer' },
  E47: { order: 'special-guardianship', guardian: 'relative' },
  E48: { order: 'special-guardianship', guardian: 'other' },
};

const guardianships: SynthPart = {
  id: 'permanence orders',
  make: (care, random, { until }) => {
    const inside = care.children.flatMap((child) =>
      child.periodsOfCare.flatMap(({ end, lastEpisode }): Inside<PermanenceOrder>[] => {
        const order = ORDER[lastEpisode.reasonEpisodeCeased];
        if (!order || end > until) return [];
        const own = random.fork(`${child.id} ${end}`);
        return [
          {
            child: child.id,
            ...order,
            made: end,
            ...(own.chance(0.9) ? { supportPlan: end - 10 } : {}),
            ...(own.chance(0.7) ? { allowance: { weekly: own.int(80, 200) * 100, start: end } } : {}),
          },
        ];
      }),
    );
    return [recordInput({ type: permanenceOrder, inside })];
  },
};

/** Adopters, panels, adoptive families, the service, and other orders for permanence. */
export const serviceParts: readonly SynthPart[] = [
  households,
  provided,
  panels,
  families,
  yearly,
  guardianships,
];
