import { birthday, type Day, dayOf, type EpisodeInput } from '@cic/core';
import { reasonCeased } from '../careers/ending.ts';
import { episodesOf, type PeriodStory } from '../careers/episodes.ts';
import { legalStatusesOf } from '../careers/legalStatus.ts';
import type { Outline, PeriodOutline } from '../careers/outline.ts';
import type { Placement } from '../careers/placements.ts';
import { shortBreaks } from '../careers/shortBreaks.ts';
import { staysOf } from '../careers/stays.ts';
import { CATEGORY_OF_NEED, ETHNICITY } from '../national.ts';
import type { Random } from '../random/random.ts';
import { childId, type SyntheticChild, syntheticChild } from './child.ts';
import { postcodeOfDistrict } from './geography.ts';
import type { Years } from './population.ts';
import type { ProviderRegister } from './providers.ts';
import type { CouncilShape } from './shape.ts';

/** What a council's children are written down with. */
export interface Scribe {
  readonly register: ProviderRegister;
  readonly council: CouncilShape;
  readonly lastDay: Day;
  readonly children: SyntheticChild[];
  readonly episodes: EpisodeInput[];
}

/** Children of one family share a home, and mostly the first carers. */
export interface Family {
  readonly homePostcode: string;
  firstPlacement?: Placement;
}

/** Of brothers and sisters who start together, those who live together at first. (p) */
const PLACED_TOGETHER = 0.6;

/** Writes a child down, without any care yet. */
export function writeChild(
  outline: Outline,
  { homePostcode }: Family,
  { council, children }: Scribe,
): SyntheticChild {
  const district = council.districts[outline.district]?.id ?? '';
  const child = syntheticChild(outline, children.length + 1, district, homePostcode);
  children.push(child);
  return child;
}

/** How a period of care goes: legal statuses, placements and why it ends. */
export function storyOf(
  child: SyntheticChild,
  outline: Outline,
  index: number,
  family: Family,
  { register }: Scribe,
): PeriodStory {
  const period = outline.periods[index]!;
  const { homePostcode } = family;
  const random = outline.random.fork(`period ${index}`);
  const legalStatuses = legalStatusesOf(period, outline.born, random, index > 0);
  const first = family.firstPlacement;
  const shared =
    first && legalStatuses[0]!.status !== 'V2' && random.chance(PLACED_TOGETHER) ? first : undefined;
  const stays = staysOf({ outline, period, statuses: legalStatuses, homePostcode, register, random }, shared);
  if (/^U[36]$/.test(stays[0]!.placement.type)) family.firstPlacement ??= stays[0]!.placement;
  return {
    child: child.id,
    start: period.start,
    end: period.end,
    categoryOfNeed: categoryOfNeed(outline, period, random),
    homePostcode,
    legalStatuses,
    stays,
    reasonCeased: reasonCeased(outline, period, stays.at(-1)!.placement.type, random),
  };
}

/** Writes a child and every period of care. */
export function writeDown(outline: Outline, family: Family, scribe: Scribe): void {
  const child = writeChild(outline, family, scribe);
  outline.periods.forEach(({ start }, index) => {
    if (start <= scribe.lastDay) {
      episodesOf(storyOf(child, outline, index, family, scribe), scribe.lastDay, scribe.episodes);
    }
  });
}

/** Why a child came into care. */
export function categoryOfNeed(outline: Outline, { pathway }: PeriodOutline, random: Random): string {
  if (outline.unaccompanied) return 'N8';
  if (pathway === 'remand') return 'N6';
  if (outline.disabled && random.chance(0.18)) return 'N2';
  return random.weighted(CATEGORY_OF_NEED);
}

/** The home a family had before care; a child seeking asylum has none. */
export const familyOf = (outline: Outline): Family => ({
  homePostcode: outline.unaccompanied
    ? ''
    : postcodeOfDistrict(outline.district, outline.random.fork('home')),
});

/** Children in a series of short breaks, besides those in care. */
export function writeShortBreaks(count: number, years: Years, scribe: Scribe, random: Random): void {
  const { council, lastDay, children, episodes } = scribe;
  const firstDay = dayOf(years[0] - 1, 4, 1);
  for (let i = 0; i < count; i++) {
    const own = random.fork(i);
    const start = own.dayBetween(firstDay - 700, lastDay - 30);
    const born = start - own.int(5 * 365, 14 * 365);
    const end = Math.min(birthday(born, 18), start + own.int(300, 1500));
    const id = childId(children.length + 1);
    const district = council.districts.length > 0 ? own.pick(council.districts).id : '';
    const outline: Outline = {
      random: own,
      born,
      sex: own.chance(0.65) ? 'M' : 'F',
      ethnicity: own.weighted(ETHNICITY),
      unaccompanied: false,
      disabled: true,
      district: 0,
      family: -1 - i,
      periods: [{ start, end, pathway: 'home' }],
    };
    const { firstChildBorn: _, ...child } = syntheticChild(outline, children.length + 1, district, '');
    children.push(child);
    shortBreaks(id, start, end, lastDay, own, episodes);
  }
}
