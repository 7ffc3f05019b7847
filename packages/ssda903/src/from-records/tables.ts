import { birthday, formatReturnDate, type Inside, OPEN } from '@cic/core';
import {
  adoptionDecision,
  adoptionOutcome,
  type Child,
  careLeaverContact,
  deprivationOfLiberty,
  missingEpisode,
  previousPermanence,
  review,
  type StatutoryOutcomes,
  socialWorkerEpisode,
  statutoryOutcomes,
} from '@cic/core/records';
import type { TableName } from '../tables.ts';
import type { Cells } from '../write/cells.ts';
import { touches, written, type YearOf } from './year.ts';

/** Sex is coded 1 and 2 to collection year 2024, M and F since. */
const sexIn = (sex: string | undefined, year: number): string =>
  year >= 2025 ? (sex ?? '') : ({ M: '1', F: '2' }[sex ?? ''] ?? '');

const SHORT_BREAK = /^V[34]$/;

const onlyShortBreaks = ({ episodes }: YearOf, child: string): boolean =>
  episodes.get(child)?.every(({ legalStatus }) => SHORT_BREAK.test(legalStatus)) ?? false;

/** Blank for boys, for children with short breaks only, and for care leavers without an episode (rules 165, 393, 399, 628). */
function mother({ sex, id, firstChildBorn }: Inside<Child>, year: YearOf): Cells {
  if (sex !== 'F' || !year.episodes.has(id) || onlyShortBreaks(year, id)) return {};
  const born = written(firstChildBorn, year);
  return born === '' ? { MOTHER: '0' } : { MOTHER: '1', MC_DOB: born };
}

function* header(year: YearOf): Generator<Cells> {
  const listed = new Set([...year.episodes.keys(), ...contacts(year).map(({ child }) => child)]);
  for (const child of year.children.values()) {
    if (!listed.has(child.id)) continue;
    yield {
      CHILD: child.id,
      SEX: sexIn(child.sex, year.year),
      DOB: born(child),
      ETHNIC: child.ethnicity ?? '',
      UPN: child.upn ?? child.reasonUpnUnknown ?? '',
      ...mother(child, year),
    };
  }
}

function* episodes(year: YearOf): Generator<Cells> {
  for (const [child, own] of year.episodes) {
    for (const episode of own) {
      const ended = written(episode.end, year);
      yield {
        CHILD: child,
        DECOM: formatReturnDate(episode.start),
        RNE: episode.reasonNewEpisode,
        LS: episode.legalStatus,
        CIN: episode.categoryOfNeed,
        PLACE: episode.placementType,
        PLACE_PROVIDER: episode.placementProvider ?? '',
        DEC: ended,
        REC: ended === '' ? '' : (episode.reasonEpisodeCeased ?? ''),
        REASON_PLACE_CHANGE: ended === '' ? '' : (episode.reasonPlacementChange ?? ''),
        HOME_POST: episode.homePostcode ?? '',
        PL_POST: episode.placementPostcode ?? '',
        URN: episode.urn ?? '',
      };
    }
  }
}

const born = (child: Inside<Child> | undefined): string => (child ? formatReturnDate(child.dateOfBirth) : '');

const identity = (year: YearOf, child: string): Cells => ({
  CHILD: child,
  DOB: born(year.children.get(child)),
});

function* reviews(year: YearOf): Generator<Cells> {
  for (const { child, held, participation } of year.records(review)) {
    if (held === undefined || held < year.start || held > year.end) continue;
    yield { ...identity(year, child), REVIEW: formatReturnDate(held), REVIEW_CODE: participation ?? '' };
  }
}

/**
 * Children seeking asylum at some time in the year. Until the status ends, the return gives the day it is expected to: the
 * 18th birthday (rules 104 and 205).
 */
function* asylum(year: YearOf): Generator<Cells> {
  for (const id of year.episodes.keys()) {
    const child = year.children.get(id)!;
    const { unaccompaniedAsylumSeekingEnded: ended } = child;
    if (!child.unaccompaniedAsylumSeeking && ended === undefined) continue;
    const until = ended ?? OPEN;
    if (until < year.start) continue;
    yield {
      ...identity(year, id),
      SEX: sexIn(child.sex, year.year),
      DUC: formatReturnDate(until <= year.end ? until : birthday(child.dateOfBirth, 18)),
    };
  }
}

const flag = (value: boolean | undefined): string => (value === undefined ? '' : value ? '1' : '0');

const outcomeRow = (row: Inside<StatutoryOutcomes>): Cells => ({
  SDQ_SCORE: row.strengthsAndDifficultiesScore?.toString() ?? '',
  SDQ_REASON: row.reasonNoScore ?? '',
  CONVICTED: flag(row.convicted),
  HEALTH_CHECK: flag(row.developmentAssessments),
  IMMUNISATIONS: flag(row.immunisations),
  TEETH_CHECK: flag(row.dentalCheck),
  HEALTH_ASSESSMENT: flag(row.healthAssessment),
  SUBSTANCE_MISUSE: flag(row.substanceMisuse),
  INTERVENTION_RECEIVED: flag(row.interventionReceived),
  INTERVENTION_OFFERED: flag(row.interventionOffered),
});

function* outcomes(year: YearOf): Generator<Cells> {
  for (const row of year.records(statutoryOutcomes)) {
    if (row.asAt === year.end) yield { ...identity(year, row.child), ...outcomeRow(row) };
  }
}

const contacts = (year: YearOf) =>
  year.records(careLeaverContact).filter(({ asAt }) => asAt >= year.start && asAt <= year.end);

function* careLeavers(year: YearOf): Generator<Cells> {
  for (const { child, inTouch, activity, accommodation } of contacts(year)) {
    yield {
      ...identity(year, child),
      IN_TOUCH: inTouch ?? '',
      ACTIV: activity ?? '',
      ACCOM: accommodation ?? '',
    };
  }
}

const ADOPTED = new Set(['E11', 'E12']);

function* adoptions(year: YearOf): Generator<Cells> {
  for (const row of year.records(adoptionOutcome)) {
    const adopted = year.episodes
      .get(row.child)
      ?.some(
        ({ end, reasonEpisodeCeased: reason }) => (end ?? OPEN) <= year.end && ADOPTED.has(reason ?? ''),
      );
    if (!adopted) continue;
    yield {
      ...identity(year, row.child),
      DATE_INT: written(row.decided, year),
      DATE_MATCH: written(row.matched, year),
      FOSTER_CARE: flag(row.adoptedByFosterCarers),
      NB_ADOPTR: row.adopters?.toString() ?? '',
      SEX_ADOPTR: row.sexOfAdopters ?? '',
      LS_ADOPTR: row.legalStatusOfAdopters ?? '',
    };
  }
}

function* placedForAdoption(year: YearOf): Generator<Cells> {
  for (const { child, decided, ceased, reasonCeased } of year.records(adoptionDecision)) {
    if (!year.episodes.has(child) || !touches(year, decided, ceased)) continue;
    const reversed = written(ceased, year);
    yield {
      ...identity(year, child),
      DATE_PLACED: formatReturnDate(decided),
      DATE_PLACED_CEASED: reversed,
      REASON_PLACED_CEASED: reversed === '' ? '' : (reasonCeased ?? ''),
    };
  }
}

/** Of children who started in the year: what was known when they last did. */
function* previous(year: YearOf): Generator<Cells> {
  for (const { child, kind, arrangedBy, ended } of year.records(previousPermanence)) {
    const started = year.episodes
      .get(child)
      ?.findLast(({ start, reasonNewEpisode }) => reasonNewEpisode === 'S' && start >= year.start);
    if (!started) continue;
    const known = kind !== 'Z1' && (ended ?? started.start) < started.start;
    yield {
      ...identity(year, child),
      ...(known
        ? { PREV_PERM: kind, LA_PERM: arrangedBy ?? '', DATE_PERM: written(ended, year) }
        : { PREV_PERM: 'Z1' }),
    };
  }
}

function* missing(year: YearOf): Generator<Cells> {
  for (const { child, kind, start, end } of year.records(missingEpisode)) {
    if (!year.episodes.has(child) || !touches(year, start, end)) continue;
    yield {
      ...identity(year, child),
      MISSING: kind,
      MIS_START: formatReturnDate(start),
      MIS_END: written(end, year),
    };
  }
}

function* socialWorkers(year: YearOf): Generator<Cells> {
  for (const { child, socialWorker, start, end, reasonForChange } of year.records(socialWorkerEpisode)) {
    if (!year.episodes.has(child) || !touches(year, start, end)) continue;
    yield {
      ...identity(year, child),
      SW_ID: socialWorker,
      SW_DECOM: formatReturnDate(start),
      SW_DEC: written(end, year),
      SW_REASON: reasonForChange ?? '',
    };
  }
}

function* liberty(year: YearOf): Generator<Cells> {
  for (const { child, start, end } of year.records(deprivationOfLiberty)) {
    if (!touches(year, start, end)) continue;
    yield { ...identity(year, child), DOLO_START: formatReturnDate(start), DOLO_END: written(end, year) };
  }
}

interface TableMaker {
  readonly table: TableName;
  /** First collection year that asks for the table. */
  readonly since: number;
  readonly rows: (year: YearOf) => Iterable<Cells>;
}

const EVER = 0;

/** The twelve tables, in the order of the return. */
export const TABLE_MAKERS: readonly TableMaker[] = [
  { table: 'Header', since: EVER, rows: header },
  { table: 'Episodes', since: EVER, rows: episodes },
  { table: 'Reviews', since: EVER, rows: reviews },
  { table: 'UASC', since: EVER, rows: asylum },
  { table: 'OC2', since: EVER, rows: outcomes },
  { table: 'OC3', since: EVER, rows: careLeavers },
  { table: 'AD1', since: EVER, rows: adoptions },
  { table: 'PlacedAdoption', since: EVER, rows: placedForAdoption },
  { table: 'PrevPerm', since: 2014, rows: previous },
  { table: 'Missing', since: 2015, rows: missing },
  { table: 'SWEpisodes', since: 2024, rows: socialWorkers },
  { table: 'DoLo', since: 2027, rows: liberty },
];
