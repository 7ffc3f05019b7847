import { ageOn, birthday, type Day } from '@cic/core';
import { reasonInUse } from '../careers/ending.ts';
import type { LegalChange } from '../careers/legalStatus.ts';
import type { Outline, PeriodOutline } from '../careers/outline.ts';
import type { Stay } from '../careers/stays.ts';
import type { Family } from '../council/scribe.ts';
import type { Pathway } from '../national.ts';
import type { Random, Weighted } from '../random/random.ts';
import type { Attributes } from './attributes.ts';
import type { Career } from './columns.ts';
import type { Categories } from './marginals.ts';

/** A fitted career while it is being told: its statuses and stays are changed until every 31 March comes out. */
export interface Telling {
  readonly career: Career;
  readonly outline: Outline;
  readonly period: PeriodOutline;
  readonly family: Family;
  /** Statutory codes of the reason to cease; none where the tables leave it open. */
  readonly reasons: readonly string[];
  legalStatuses: LegalChange[];
  stays: Stay[];
}

const ADOPTED = new Set(['E11', 'E12']);
/** Whether reasons to cease leave nothing but adoption. */
export const areAdoption = (reasons: readonly string[]): boolean =>
  reasons.length > 0 && reasons.every((code) => ADOPTED.has(code));
export const isAdopted = ({ reasons }: Telling): boolean => areAdoption(reasons);

const PATHWAY_OF_REASON: Readonly<Record<string, Pathway>> = {
  E11: 'adoption',
  E12: 'adoption',
  E41: 'guardianship',
  E43: 'guardianship',
  E44: 'guardianship',
  E45: 'guardianship',
  E46: 'guardianship',
  E47: 'guardianship',
  E48: 'guardianship',
  E4A: 'home',
  E4B: 'home',
  E13: 'home',
  E5: 'until 18',
  E6: 'until 18',
  E7: 'until 18',
  E17: 'until 18',
  E14: 'remand',
};

/** Where those still in care are on their way: the longer in care and the older, the more stay until 18. (p) */
function pathwayOfOpen({ ageAtStart, startDay }: Career, lastDay: Day, random: Random): Pathway {
  const years = (lastDay - startDay) / 365;
  const young = ageAtStart < 5;
  const ways: Weighted<Pathway> = [
    ['home', years < 2 ? 20 : 3],
    ['guardianship', ageAtStart < 10 && years < 3 ? 22 : 2],
    ['adoption', young && years < 3.5 ? (ageAtStart < 1 ? 34 : 16) : 0],
    ['until 18', young && years < 2 ? 14 : 60],
  ];
  return random.weighted(ways);
}

/** Remand is for twelve and over here; anybody younger ended otherwise. */
const YOUNGEST_REMANDED = 12;

function pathwayOf(
  career: Career,
  { unaccompanied }: Attributes,
  reasons: readonly string[],
  lastDay: Day,
  random: Random,
): Pathway {
  if (unaccompanied) return 'asylum';
  if (career.endDay === undefined) return pathwayOfOpen(career, lastDay, random);
  const pathway = reasons.map((code) => PATHWAY_OF_REASON[code]).find((known) => known !== undefined);
  if (pathway === 'remand' && career.ageAtStart < YOUNGEST_REMANDED) return 'elsewhere';
  if (pathway) return pathway;
  if (reasons.length > 0) return 'elsewhere';
  return career.endDay >= birthday(career.born, 18)
    ? 'until 18'
    : random.chance(0.7)
      ? 'home'
      : 'guardianship';
}

/** When those still in care will leave: after the last day known, so that nobody sees it. */
function endOfOpen({ born }: Career, pathway: Pathway, lastDay: Day, random: Random): Day {
  const adult = birthday(born, 18);
  const soon = lastDay + random.int(30, pathway === 'adoption' ? 330 : 900);
  return pathway === 'until 18' || pathway === 'asylum'
    ? Math.max(adult, lastDay + 1)
    : Math.max(lastDay + 1, Math.min(adult, soon));
}

/** The outline of a fitted career. */
export function outlineOf(
  career: Career,
  attributes: Attributes,
  family: number,
  categories: Categories,
  lastDay: Day,
  random: Random,
): { outline: Outline; period: PeriodOutline; reasons: readonly string[] } {
  const reasons = career.reason === undefined ? [] : categories.codesOf.reason(career.reason);
  const pathway = pathwayOf(career, attributes, reasons, lastDay, random);
  const period: PeriodOutline = {
    start: career.startDay,
    end: career.endDay ?? endOfOpen(career, pathway, lastDay, random),
    pathway,
  };
  return {
    outline: { ...attributes, random, born: career.born, family, periods: [period] },
    period,
    reasons,
  };
}

/** A reason among those asked for, of its time, that fits where the child lived last (rule 516). */
export function reasonAmong(
  codes: readonly string[],
  natural: string,
  lastType: string,
  on: Day,
  random: Random,
): string {
  if (codes.includes(natural)) return natural;
  const former = /^E4[56]$/;
  const inUse = codes.filter((code) => reasonInUse(code, on));
  const fits = inUse.filter((code) => !former.test(code) || lastType.startsWith('U'));
  return random.pick(fits.length > 0 ? fits : codes);
}

/** Completed years. */
export const ageOnDay = ({ outline }: Telling, on: Day): number => ageOn(outline.born, on);
