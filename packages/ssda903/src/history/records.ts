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

/** A record with what makes it the same as one of another year's return. */
type Keyed<R> = readonly [key: string, record: R];

/**
 * Records of one table over the years, the last return that has a record deciding what it says. Each return's rows are
 * turned into records once, when somebody first asks.
 */
function overYears<T extends TableName, R>(
  table: T,
  key: (row: Row<T>, year: number) => string,
  record: (row: Row<T>, year: number) => R | undefined,
): (returns: readonly YearReturn[]) => () => R[] {
  const made = new WeakMap<YearReturn, readonly Keyed<R>[]>();
  const recordsIn = (one: YearReturn): readonly Keyed<R>[] => {
    let records = made.get(one);
    if (!records) {
      records = ((one.return.tables[table]?.rows ?? []) as readonly Row<T>[]).flatMap((row): Keyed<R>[] => {
        const of = record(row, one.year);
        return of === undefined ? [] : [[key(row, one.year), of]];
      });
      made.set(one, records);
    }
    return records;
  };
  return (returns) => () => {
    if (returns.length === 1) return recordsIn(returns[0]!).map(([, of]) => of);
    const latest = new Map<string, R>();
    for (const one of returns) for (const [id, of] of recordsIn(one)) latest.set(id, of);
    return [...latest.values()];
  };
}

const reviews = overYears(
  'Reviews',
  (row) => `${row.CHILD}|${row.REVIEW}|${row.REVIEW_CODE}`,
  ({ CHILD: child, REVIEW: held, REVIEW_CODE }): Inside<Review> | undefined =>
    Number.isNaN(held) ? undefined : { child, held, ...code('participation', REVIEW_CODE), source: SOURCE },
);
const missing = overYears(
  'Missing',
  (row) => `${row.CHILD}|${row.MIS_START}`,
  ({ CHILD: child, MIS_START: start, MIS_END, MISSING }): Inside<MissingEpisode> | undefined =>
    Number.isNaN(start) || (MISSING !== 'M' && MISSING !== 'A')
      ? undefined
      : { child, kind: MISSING, start, ...day('end', MIS_END), source: SOURCE },
);
const workers = overYears(
  'SWEpisodes',
  (row) => `${row.CHILD}|${row.SW_DECOM}|${row.SW_ID}`,
  ({ CHILD: child, SW_ID, SW_DECOM: start, SW_DEC, SW_REASON }): Inside<SocialWorkerEpisode> | undefined =>
    Number.isNaN(start)
      ? undefined
      : {
          child,
          socialWorker: SW_ID,
          start,
          ...day('end', SW_DEC),
          ...code('reasonForChange', SW_REASON),
          source: SOURCE,
        },
);
const outcomes = overYears(
  'OC2',
  (row, year) => `${row.CHILD}|${year}`,
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
);
const contacts = overYears(
  'OC3',
  (row, year) => `${row.CHILD}|${year}`,
  (row, year): Inside<CareLeaverContact> => ({
    child: row.CHILD,
    asAt: contactDay(row, year),
    ...code('inTouch', row.IN_TOUCH),
    ...code('activity', row.ACTIV),
    ...code('accommodation', row.ACCOM),
    source: SOURCE,
  }),
);
const adoptions = overYears(
  'AD1',
  (row) => row.CHILD,
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
);
const decisions = overYears(
  'PlacedAdoption',
  (row) => `${row.CHILD}|${row.DATE_PLACED}`,
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
);
const earlier = overYears(
  'PrevPerm',
  (row) => row.CHILD,
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
);
const orders = overYears(
  'DoLo',
  (row) => `${row.CHILD}|${row.DOLO_START}`,
  ({ CHILD: child, DOLO_START: start, DOLO_END }): Inside<DeprivationOfLiberty> | undefined =>
    Number.isNaN(start) ? undefined : { child, start, ...day('end', DOLO_END), source: SOURCE },
);

/**
 * What returns hold besides children and episodes, as records of core, made when first asked for. Rows without a readable
 * day that orders them are left out; the checks of the return name them.
 */
export function recordsOf(returns: readonly YearReturn[]): RecordInput[] {
  return [
    recordInput({ type: review, inside: reviews(returns) }),
    recordInput({ type: missingEpisode, inside: missing(returns) }),
    recordInput({ type: socialWorkerEpisode, inside: workers(returns) }),
    recordInput({ type: statutoryOutcomes, inside: outcomes(returns) }),
    recordInput({ type: careLeaverContact, inside: contacts(returns) }),
    recordInput({ type: adoptionOutcome, inside: adoptions(returns) }),
    recordInput({ type: adoptionDecision, inside: decisions(returns) }),
    recordInput({ type: previousPermanence, inside: earlier(returns) }),
    recordInput({ type: deprivationOfLiberty, inside: orders(returns) }),
  ];
}

const isScore = (text: string): boolean => /^\d{1,2}(\.0)?$/.test(text) && Number(text) <= 40;
