import { birthday, type Day, type Inside, type RecordInput, recordInput } from '@cic/core';
import {
  type AdoptionDecision,
  type AdoptionOutcome,
  adoptionDecision,
  adoptionOutcome,
  type CareLeaverContact,
  careLeaverContact,
  type DeprivationOfLiberty,
  deprivationOfLiberty,
  type MissingEpisode,
  missingEpisode,
  type PreviousPermanence,
  previousPermanence,
  type Review,
  review,
  type SocialWorkerEpisode,
  type StatutoryOutcomes,
  socialWorkerEpisode,
  statutoryOutcomes,
} from '@cic/core/records';
import { collectionDates } from '../engine/context.ts';
import type { Return, Row, TableName } from '../tables.ts';

/** A return with the collection year it belongs to: 2026 is the year to 31 March 2026. */
export interface YearReturn {
  readonly year: number;
  readonly return: Return;
}

const SOURCE = 'SSDA903';

/** A property that is left out where the return holds nothing. */
const given = <K extends string, V>(key: K, value: V, there: boolean): { [P in K]?: V } =>
  (there ? { [key]: value } : {}) as { [P in K]?: V };
const day = <K extends string>(key: K, value: Day) => given(key, value, !Number.isNaN(value));
const code = <K extends string>(key: K, value: string) => given(key, value as never, value !== '');
const flag = <K extends string>(key: K, value: string) =>
  given(key, value.startsWith('1'), /^[01](\.0)?$/.test(value));

/**
 * The birthday of a care leaver that falls in a collection year, to which the contact belongs; the end of the year where
 * none of the 17th to 25th does. Source: cohorts section 6.
 */
function contactDay({ DOB }: Row<'OC3'>, year: number): Day {
  const { start, end } = collectionDates(year);
  for (let age = 17; age <= 25; age++) {
    const day = birthday(DOB, age);
    if (day >= start && day <= end) return day;
  }
  return end;
}

/** The records of one table as known by the end of a year's return. */
interface Known<R> {
  /** The return before it, whose records these carry on from. */
  readonly before: YearReturn | undefined;
  readonly byChild: ReadonlyMap<string, readonly R[]>;
}

/**
 * Records of one table over the years, by child and in order of time; where two returns have the same record, the last one
 * decides what it says. Each return's rows are turned into records once, and children without new rows keep the list
 * they had the year before.
 *
 * @param key what makes two records of one child the same
 * @param when the day that puts records in order
 */
function overYears<T extends TableName, R extends { readonly child: string }>(
  table: T,
  record: (row: Row<T>, year: number) => R | undefined,
  key: (record: R) => string | number,
  when: (record: R) => Day | undefined,
): (returns: readonly YearReturn[]) => () => ReadonlyMap<string, readonly R[]> {
  const known = new WeakMap<YearReturn, Known<R>>();
  const time = (one: R): Day => when(one) ?? Number.NEGATIVE_INFINITY;
  const upTo = (returns: readonly YearReturn[], count: number): ReadonlyMap<string, readonly R[]> => {
    if (count === 0) return new Map();
    const [last, before] = [returns[count - 1]!, returns[count - 2]];
    const remembered = known.get(last);
    if (remembered && remembered.before === before) return remembered.byChild;
    const byChild = new Map<string, readonly R[]>(upTo(returns, count - 1));
    const added = new Map<string, R[]>();
    for (const row of (last.return.tables[table]?.rows ?? []) as readonly Row<T>[]) {
      const made = record(row, last.year);
      if (made === undefined) continue;
      const list = added.get(made.child);
      if (list) list.push(made);
      else added.set(made.child, [made]);
    }
    for (const [child, list] of added) byChild.set(child, together(byChild.get(child), list, key, time));
    known.set(last, { before, byChild });
    return byChild;
  };
  return (returns) => () => upTo(returns, returns.length);
}

/** One child's records of earlier returns with those of a new one, each once, in order of time. */
function together<R>(
  earlier: readonly R[] | undefined,
  added: R[],
  key: (record: NoInfer<R>) => string | number,
  time: (record: R) => Day,
): readonly R[] {
  if (added.length === 1 && earlier === undefined) return added;
  const latest = new Map((earlier ?? []).map((one) => [key(one), one]));
  for (const one of added) latest.set(key(one), one);
  return [...latest.values()].sort((a, b) => time(a) - time(b) || 0);
}

const reviews = overYears(
  'Reviews',
  ({ CHILD: child, REVIEW: held, REVIEW_CODE }): Inside<Review> | undefined => {
    if (Number.isNaN(held)) return undefined;
    const made: Inside<Review> = { child, held, source: SOURCE };
    if (REVIEW_CODE !== '') made.participation = REVIEW_CODE as NonNullable<Review['participation']>;
    return made;
  },
  ({ held, participation }) => `${held} ${participation ?? ''}`,
  ({ held }) => held,
);
const missing = overYears(
  'Missing',
  ({ CHILD: child, MIS_START: start, MIS_END, MISSING }): Inside<MissingEpisode> | undefined =>
    Number.isNaN(start) || (MISSING !== 'M' && MISSING !== 'A')
      ? undefined
      : { child, kind: MISSING, start, ...day('end', MIS_END), source: SOURCE },
  ({ start }) => start,
  ({ start }) => start,
);
const workers = overYears(
  'SWEpisodes',
  ({ CHILD: child, SW_ID, SW_DECOM: start, SW_DEC, SW_REASON }): Inside<SocialWorkerEpisode> | undefined => {
    if (Number.isNaN(start)) return undefined;
    const made: Inside<SocialWorkerEpisode> = { child, socialWorker: SW_ID, start, source: SOURCE };
    if (!Number.isNaN(SW_DEC)) made.end = SW_DEC;
    if (SW_REASON !== '')
      made.reasonForChange = SW_REASON as NonNullable<SocialWorkerEpisode['reasonForChange']>;
    return made;
  },
  ({ start, socialWorker }) => `${start} ${socialWorker}`,
  ({ start }) => start,
);
const outcomes = overYears(
  'OC2',
  (row, year): Inside<StatutoryOutcomes> => ({
    child: row.CHILD,
    asAt: collectionDates(year).end,
    ...given('strengthsAndDifficultiesScore', Number(row.SDQ_SCORE), isScore(row.SDQ_SCORE)),
    ...code('reasonNoScore', row.SDQ_REASON),
    ...flag('convicted', row.CONVICTED),
    ...flag('developmentAssessments', row.HEALTH_CHECK),
    ...flag('immunisations', row.IMMUNISATIONS),
    ...flag('dentalCheck', row.TEETH_CHECK),
    ...flag('healthAssessment', row.HEALTH_ASSESSMENT),
    ...flag('substanceMisuse', row.SUBSTANCE_MISUSE),
    ...flag('interventionReceived', row.INTERVENTION_RECEIVED),
    ...flag('interventionOffered', row.INTERVENTION_OFFERED),
    source: SOURCE,
  }),
  ({ asAt }) => asAt,
  ({ asAt }) => asAt,
);
const contacts = overYears(
  'OC3',
  (row, year): Inside<CareLeaverContact> => ({
    child: row.CHILD,
    asAt: contactDay(row, year),
    ...code('inTouch', row.IN_TOUCH),
    ...code('activity', row.ACTIV),
    ...code('accommodation', row.ACCOM),
    source: SOURCE,
  }),
  ({ asAt }) => asAt,
  ({ asAt }) => asAt,
);
const adoptions = overYears(
  'AD1',
  (row): Inside<AdoptionOutcome> => ({
    child: row.CHILD,
    ...day('decided', row.DATE_INT),
    ...day('matched', row.DATE_MATCH),
    ...flag('adoptedByFosterCarers', row.FOSTER_CARE),
    ...given('adopters', Number(row.NB_ADOPTR), /^[12](\.0)?$/.test(row.NB_ADOPTR)),
    ...code('sexOfAdopters', row.SEX_ADOPTR),
    ...code('legalStatusOfAdopters', row.LS_ADOPTR),
    source: SOURCE,
  }),
  () => 0,
  ({ decided }) => decided,
);
const decisions = overYears(
  'PlacedAdoption',
  ({ CHILD: child, DATE_PLACED: decided, ...row }): Inside<AdoptionDecision> | undefined =>
    Number.isNaN(decided)
      ? undefined
      : {
          child,
          decided,
          ...day('ceased', row.DATE_PLACED_CEASED),
          ...code('reasonCeased', row.REASON_PLACED_CEASED),
          source: SOURCE,
        },
  ({ decided }) => decided,
  ({ decided }) => decided,
);
const earlier = overYears(
  'PrevPerm',
  ({ CHILD: child, PREV_PERM: kind, LA_PERM, DATE_PERM }): Inside<PreviousPermanence> | undefined =>
    kind === ''
      ? undefined
      : {
          child,
          kind: kind as never,
          ...code('arrangedBy', LA_PERM),
          ...day('ended', DATE_PERM),
          source: SOURCE,
        },
  () => 0,
  ({ ended }) => ended,
);
const orders = overYears(
  'DoLo',
  ({ CHILD: child, DOLO_START: start, DOLO_END }): Inside<DeprivationOfLiberty> | undefined =>
    Number.isNaN(start) ? undefined : { child, start, ...day('end', DOLO_END), source: SOURCE },
  ({ start }) => start,
  ({ start }) => start,
);

/**
 * What returns hold besides children and episodes, as records of core, made when first asked for. Rows without a readable
 * day that orders them are left out; the checks of the return name them.
 */
export function recordsOf(returns: readonly YearReturn[]): RecordInput[] {
  return [
    recordInput({ type: review, byChild: reviews(returns) }),
    recordInput({ type: missingEpisode, byChild: missing(returns) }),
    recordInput({ type: socialWorkerEpisode, byChild: workers(returns) }),
    recordInput({ type: statutoryOutcomes, byChild: outcomes(returns) }),
    recordInput({ type: careLeaverContact, byChild: contacts(returns) }),
    recordInput({ type: adoptionOutcome, byChild: adoptions(returns) }),
    recordInput({ type: adoptionDecision, byChild: decisions(returns) }),
    recordInput({ type: previousPermanence, byChild: earlier(returns) }),
    recordInput({ type: deprivationOfLiberty, byChild: orders(returns) }),
  ];
}

const isScore = (text: string): boolean => /^\d{1,2}(\.0)?$/.test(text) && Number(text) <= 40;
