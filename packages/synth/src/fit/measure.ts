import { ageOn, ceasedIn, financialYear, startedIn } from '@cic/core';
import type { SyntheticCouncil } from '../council/synthesise.ts';
import { categoriesOf, type Groups, type Marginals, type YearMarginals } from './marginals.ts';

const tally = (): { add(category: string | undefined): void; counts: Record<string, number> } => {
  const counts: Record<string, number> = {};
  return {
    counts,
    add: (category) => {
      if (category !== undefined) counts[category] = (counts[category] ?? 0) + 1;
    },
  };
};

/** Every category of a grouping with 0 where nobody is in it, so that 'none' is said and not left open. */
const none = (categories: object): Record<string, number> =>
  Object.fromEntries(Object.keys(categories).map((category) => [category, 0]));

/**
 * The tables of a council, counted from its children: what {@link fit} is given, and what comes out of it. Short breaks are
 * left out, as in published tables.
 */
export function marginalsOf(
  { history, years: [from, to] }: Pick<SyntheticCouncil, 'history' | 'years'>,
  groups: Groups = {},
): Marginals {
  const categories = categoriesOf({ years: [], groups });
  const years: YearMarginals[] = [];
  for (let year = from; year <= to; year++) {
    const period = financialYear(year);
    const stock = {
      age: tally(),
      sex: tally(),
      ethnicity: tally(),
      district: tally(),
      placement: tally(),
      legalStatus: tally(),
    };
    const started = { age: tally() };
    const ceased = { age: tally(), reason: tally(), duration: tally() };
    let [inCare, disabled, unaccompanied, starts, ends] = [0, 0, 0, 0, 0];
    for (const child of history.children) {
      const episode = child.episodeOn(period.end);
      if (episode) {
        inCare++;
        if (child.disabled) disabled++;
        if (child.unaccompaniedOn(period.end)) unaccompanied++;
        stock.age.add(categories.ageBand(child.ageOn(period.end)));
        stock.sex.add(child.sex);
        stock.ethnicity.add(categories.ethnicity(child.ethnicity));
        stock.district.add(child.district);
        stock.placement.add(categories.placement(episode.placementType, episode.placementProvider));
        stock.legalStatus.add(categories.legalStatus(episode.legalStatus));
      }
      const start = startedIn(child, period);
      if (start) {
        starts++;
        started.age.add(categories.ageBand(ageOn(child.born, start.start)));
      }
      const end = ceasedIn(child, period);
      if (end) {
        ends++;
        ceased.age.add(categories.ageBand(ageOn(child.born, end.end)));
        ceased.reason.add(categories.reason(end.reasonEpisodeCeased));
        const care = child.periodsOfCare.findLast((one) => one.lastEpisode === end)!;
        ceased.duration.add(categories.durationBand(care.start, care.end));
      }
    }
    const ages = none(categories.age);
    years.push({
      year,
      stock: {
        total: inCare,
        age: { ...ages, ...stock.age.counts },
        sex: { M: 0, F: 0, ...stock.sex.counts },
        ethnicity: stock.ethnicity.counts,
        district: stock.district.counts,
        placement: stock.placement.counts,
        legalStatus: stock.legalStatus.counts,
        disabled,
        unaccompanied,
      },
      started: { total: starts, age: { ...ages, ...started.age.counts } },
      ceased: {
        total: ends,
        age: { ...ages, ...ceased.age.counts },
        reason: ceased.reason.counts,
        duration: { ...none(categories.duration), ...ceased.duration.counts },
      },
    });
  }
  return { years, groups };
}
