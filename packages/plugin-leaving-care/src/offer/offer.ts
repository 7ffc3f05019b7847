import type { CareHistory, Child, Day, Inside } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { type LocalOfferItem, localOfferItem } from '../generated/records.ts';
import { statusOn } from '../status/status.ts';

/** What of the local offer is for a young person on a day: by status, by age, and while it lasts. */
export function offerFor(history: CareHistory, child: Child, on: Day): Inside<LocalOfferItem>[] {
  const status = statusOn(child, on);
  const age = child.ageOn(on);
  return history
    .otherRecords(localOfferItem)
    .filter(
      ({ start, end, statuses, fromAge = 0, toAge = 26 }) =>
        start <= on &&
        (end === undefined || end > on) &&
        status !== undefined &&
        (statuses === undefined || statuses.includes(status)) &&
        age >= fromAge &&
        age <= toAge,
    );
}

const AREAS = codeSets.LOCAL_OFFER_AREA;

/**
 * The local offer as a text for young people, in plain words: a heading for each area, a line for what there is, what the
 * law gives told apart from what the council adds. Markdown.
 */
export function offerInWords(items: readonly Inside<LocalOfferItem>[]): string {
  const areas = AREAS.codes.flatMap(({ code, label }) => {
    const here = items.filter(({ area }) => area === code);
    return here.length === 0 ? [] : [[`## ${label}`, ...here.map(line)].join('\n\n')];
  });
  return areas.join('\n\n');
}

const line = ({ title, words, amount, law, ask }: Inside<LocalOfferItem>): string =>
  [
    `**${title}.** ${words}`,
    amount === undefined
      ? ''
      : `You can get up to £${amount % 100 === 0 ? amount / 100 : (amount / 100).toFixed(2)}.`,
    law === undefined ? '' : law ? 'The law gives you this.' : 'Your council adds this.',
    ask === undefined ? '' : `Ask: ${ask}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
