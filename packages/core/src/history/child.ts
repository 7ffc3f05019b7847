import { addYears, ageOn, type Day } from '../dates/day.ts';
import type { Inside, RecordType } from '../records/recordType.ts';
import type { CareHistory } from './careHistory.ts';
import { at } from './column.ts';
import type { Runs } from './periods.ts';

/** One episode of care, as in the SSDA903; codes are statutory, '' where blank. */
export interface Episode {
  /** Row in the history's columns. */
  readonly row: number;
  readonly start: Day;
  /** The day it ceased, not included; OPEN while it lasts. */
  readonly end: Day;
  readonly legalStatus: string;
  readonly categoryOfNeed: string;
  readonly placementType: string;
  readonly placementProvider: string;
  readonly reasonNewEpisode: string;
  readonly reasonEpisodeCeased: string;
  readonly reasonPlacementChange: string;
  /** IN or OUT of the responsible authority; '' where unknown. */
  readonly placementLocation: string;
  /** Miles from home; NaN where unknown. */
  readonly placementDistance: number;
  readonly homePostcode: string;
  readonly placementPostcode: string;
  readonly urn: string;
  /** Part of a series of short breaks (V3, V4). */
  readonly shortBreak: boolean;
  /** A temporary placement (T0 to T4). */
  readonly temporary: boolean;
}

/** A stretch of a child's care: a period of care, a placement or a legal status. */
export interface Stretch {
  readonly start: Day;
  /** The day it ended, not included; OPEN while it lasts. */
  readonly end: Day;
  readonly firstEpisode: Episode;
  readonly lastEpisode: Episode;
}

const NONE: readonly never[] = [];

/**
 * One child's care, as indicators and duties look at it. Everything is worked out from the history's columns when first
 * asked for and kept. 'Looked after' leaves series of short breaks (V3, V4) out, as the published figures do.
 */
export class Child {
  readonly history: CareHistory;
  /** Position in the history: 0 to `history.children.length - 1`. */
  readonly index: number;
  #episodes: readonly Episode[] | undefined;
  #periods: readonly Stretch[] | undefined;
  #placements: readonly Stretch[] | undefined;
  #legalStatuses: readonly Stretch[] | undefined;
  readonly #kept: unknown[] = [];
  /** The last answer of {@link openRow}: many ask about one day in a row. */
  #openOn: Day = Number.NaN;
  #open = -1;

  constructor(history: CareHistory, index: number) {
    this.history = history;
    this.index = index;
  }

  get id(): string {
    return this.history.input[this.index]!.id;
  }

  /** Date of birth; NaN where unknown. */
  get born(): Day {
    return this.history.born[this.index]!;
  }

  /** M, F, U or ''. */
  get sex(): string {
    return this.history.input[this.index]!.sex;
  }

  /** Statutory ethnicity code, '' where unknown. */
  get ethnicity(): string {
    return this.history.input[this.index]!.ethnicity;
  }

  get disabled(): boolean | undefined {
    return this.history.input[this.index]!.disabled;
  }

  /** Responsible district, locality or team; '' where unknown. */
  get district(): string {
    return this.history.input[this.index]!.district ?? '';
  }

  /** Completed years; NaN where the date of birth is unknown. */
  ageOn(day: Day): number {
    return Number.isNaN(this.born) ? Number.NaN : ageOn(this.born, day);
  }

  /** The day of a birthday; NaN where the date of birth is unknown. */
  birthday(age: number): Day {
    return Number.isNaN(this.born) ? Number.NaN : addYears(this.born, age);
  }

  /** Whether an unaccompanied asylum-seeking child on that day. */
  unaccompaniedOn(day: Day): boolean {
    const until = this.history.input[this.index]!.unaccompaniedUntil;
    return until !== undefined && until > day;
  }

  /** All episodes in order of start, short breaks too. */
  get episodes(): readonly Episode[] {
    this.#episodes ??= Array.from(
      { length: this.history.episodes.first[this.index + 1]! - this.history.episodes.first[this.index]! },
      (_, i) => this.history.episode(this.history.episodes.first[this.index]! + i),
    );
    return this.#episodes;
  }

  /** Periods of care, short breaks left out. */
  get periodsOfCare(): readonly Stretch[] {
    this.#periods ??= this.#stretches(this.history.periodsOfCare);
    return this.#periods;
  }

  /** Placements as the statutory stability measures count them. */
  get placements(): readonly Stretch[] {
    this.#placements ??= this.#stretches(this.history.placements);
    return this.#placements;
  }

  /** Stretches under one legal status, short breaks too. */
  get legalStatuses(): readonly Stretch[] {
    this.#legalStatuses ??= this.#stretches(this.history.legalStatuses);
    return this.#legalStatuses;
  }

  /** Row of the episode open on a day, short breaks left out; -1 where there is none. The day of leaving does not count. */
  openRow(day: Day): number {
    if (day === this.#openOn) return this.#open;
    const { first, start, end, shortBreak } = this.history.episodes;
    let row = first[this.index + 1]! - 1;
    while (row >= first[this.index]! && !(start[row]! <= day && end[row]! > day && shortBreak[row] === 0))
      row--;
    this.#openOn = day;
    this.#open = row >= first[this.index]! ? row : -1;
    return this.#open;
  }

  /**
   * Row of the episode open on a day, or of the last one begun before it where the child is not looked after: the one
   * that says where a child lives, or lived when leaving. Short breaks left out; -1 where there is none.
   */
  latestRow(day: Day): number {
    const open = this.openRow(day);
    if (open >= 0) return open;
    const { first, start, shortBreak } = this.history.episodes;
    for (let row = first[this.index + 1]! - 1; row >= first[this.index]!; row--) {
      if (start[row]! <= day && shortBreak[row] === 0) return row;
    }
    return -1;
  }

  /** The episode open on a day, short breaks left out. */
  episodeOn(day: Day): Episode | undefined {
    const row = this.openRow(day);
    return row < 0 ? undefined : this.history.episode(row);
  }

  isLookedAfter(day: Day): boolean {
    return this.openRow(day) >= 0;
  }

  /** The period of care open on a day. */
  periodOn(day: Day): Stretch | undefined {
    return this.periodsOfCare.findLast((period) => period.start <= day && period.end > day);
  }

  /**
   * The placement on a day. During a temporary placement that is the one the child is expected back in.
   */
  placementOn(day: Day): Stretch | undefined {
    return this.isLookedAfter(day)
      ? this.placements.findLast((placement) => placement.start <= day)
      : undefined;
  }

  /**
   * Whether looked after at any time in a stretch (both ends included). Somebody who ceased on its first day counts,
   * as that child also ceased in it (cohorts section 2, from memory).
   */
  lookedAfterDuring(from: Day, to: Day): boolean {
    const { first, start, end, shortBreak } = this.history.episodes;
    for (let row = first[this.index]!; row < first[this.index + 1]!; row++) {
      if (start[row]! <= to && end[row]! >= from && shortBreak[row] === 0) return true;
    }
    return false;
  }

  /** Days looked after, without short breaks, from a day until another (not included). */
  daysLookedAfter(from: Day, until: Day): number {
    let days = 0;
    for (const period of this.periodsOfCare) {
      days += Math.max(0, Math.min(period.end, until) - Math.max(period.start, from));
    }
    return days;
  }

  /** The child's records of one type, in order of time, with days as numbers. */
  records<T extends object>(type: RecordType<T>): readonly Inside<T>[] {
    return (this.history.recordsOf(type.id)?.get(this.index) as readonly Inside<T>[] | undefined) ?? NONE;
  }

  /** What {@link oncePerChild} keeps, by its number. */
  kept<T>(number: number, work: (child: Child) => T): T {
    const known = this.#kept[number];
    if (known !== undefined || number in this.#kept) return known as T;
    const made = work(this);
    this.#kept[number] = made;
    return made;
  }

  #stretches(runs: Runs): readonly Stretch[] {
    const stretches: Stretch[] = [];
    for (let run = runs.first[this.index]!; run < runs.first[this.index + 1]!; run++) {
      stretches.push(new Run(this.history, runs, run));
    }
    return stretches;
  }
}

/**
 * Keeps what was worked out for a child, as a history never changes: for work that several indicators and duties share.
 *
 * @example
 * const heldReviews = oncePerChild((child) => child.records(review).map(({ held }) => held));
 */
export function oncePerChild<T>(work: (child: Child) => T): (child: Child) => T {
  const number = keepers++;
  return (child) => child.kept(number, work);
}

let keepers = 0;

/** A stretch that looks its episodes up when asked for them: most who look at a stretch want its days only. */
class Run implements Stretch {
  readonly start: Day;
  readonly end: Day;
  readonly #history: CareHistory;
  readonly #runs: Runs;
  readonly #run: number;

  constructor(history: CareHistory, runs: Runs, run: number) {
    this.start = runs.start[run]!;
    this.end = runs.end[run]!;
    this.#history = history;
    this.#runs = runs;
    this.#run = run;
  }

  get firstEpisode(): Episode {
    return this.#history.episode(this.#runs.firstEpisode[this.#run]!);
  }

  get lastEpisode(): Episode {
    return this.#history.episode(this.#runs.lastEpisode[this.#run]!);
  }
}

/** The view of one row of the episode columns. */
export function episodeAt(history: Pick<CareHistory, 'episodes'>, row: number): Episode {
  const columns = history.episodes;
  return {
    row,
    start: columns.start[row]!,
    end: columns.end[row]!,
    legalStatus: at(columns.legalStatus, row),
    categoryOfNeed: at(columns.categoryOfNeed, row),
    placementType: at(columns.placementType, row),
    placementProvider: at(columns.placementProvider, row),
    reasonNewEpisode: at(columns.reasonNewEpisode, row),
    reasonEpisodeCeased: at(columns.reasonEpisodeCeased, row),
    reasonPlacementChange: at(columns.reasonPlacementChange, row),
    placementLocation: at(columns.placementLocation, row),
    placementDistance: columns.placementDistance[row]!,
    homePostcode: columns.homePostcode[row]!,
    placementPostcode: columns.placementPostcode[row]!,
    urn: columns.urn[row]!,
    shortBreak: columns.shortBreak[row] === 1,
    temporary: columns.temporary[row] === 1,
  };
}
