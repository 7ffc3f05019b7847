import { birthday, type Day } from '@cic/core/dates';
import { ADOPTED, SHORT_BREAKS } from '../codes.ts';
import type { ChildRows } from '../engine/context.ts';
import { rule } from '../engine/define.ts';
import { LEAVER_DETAILS } from '../engine/details.ts';
import { latest } from '../engine/latest.ts';
import { earliestFirst } from '../engine/order.ts';
import type { Row } from '../tables.ts';

interface CareHistory {
  /** One episode for each start, with its end; NaN while unknown. */
  readonly episodes: readonly { readonly LS: string; readonly from: Day; readonly to: Day }[];
  readonly newest: Row<'Episodes'> | undefined;
}

/** Episodes of both years: of those with the same start the first to end; the newest, where open, ends with the year. */
function careHistory({ now, last }: ChildRows, endOfYear: Day): CareHistory {
  const byStart = new Map<Day, Row<'Episodes'>>();
  const byEnd = [...now.Episodes, ...last.Episodes].toSorted((a, b) => earliestFirst(a.DEC, b.DEC));
  for (const episode of byEnd) if (!byStart.has(episode.DECOM)) byStart.set(episode.DECOM, episode);
  const newest = latest(byStart.values(), ({ DECOM }) => DECOM);
  const episodes = [...byStart.values()].map((episode) => ({
    LS: episode.LS,
    from: episode.DECOM,
    to: episode === newest && Number.isNaN(episode.DEC) ? endOfYear : episode.DEC,
  }));
  return { newest, episodes: episodes.filter(({ LS }) => !SHORT_BREAKS.has(LS)) };
}

/** Days in care since a day; an episode without a start counts from that day, one without an end not at all. */
const daysInCareSince = (since: Day, { episodes }: CareHistory): number =>
  episodes.reduce((days, { from, to }) => {
    const stay = to - (from > since ? from : since);
    return stay > 0 ? days + stay : days;
  }, 0);

const DAYS_SINCE_14 = 91;
const DAYS_SINCE_16 = 1;

const rule1001 = rule({
  code: '1001',
  title: 'Care leaver record without enough time in care',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'OC3', 'Header'],
  needs: ['last Episodes'],
  skipWhen: ({ Episodes, OC3, Header, last }) =>
    [Episodes, OC3, Header, last.Episodes].some((rows) => rows.length === 0)
      ? 'Needs rows in Episodes of this year and last, OC3 and Header; one of them is empty.'
      : undefined,
  acrossChildren: true,
  fields: { OC3: LEAVER_DETAILS },
  means:
    'A care leaver was looked after for 91 days or more since turning 14, one of them since turning 16, short breaks not counted, and did not leave to be adopted. The two returns do not show that (nor, for anybody aged 20 or over, can they).',
  fix: 'Check the young person’s episodes and date of birth; remove the record if they do not qualify.',
  differsFromReference:
    'The existing tool confuses rows of the two years that have the same number: it closes, drops or takes for adopted another child’s episode; and it gives no result at all when one child has only unreadable starts. We keep the two years and the children apart.',
  check: ({ OC3, children, child, end }, flag) => {
    const birthDates = ({ now }: ChildRows): readonly Day[] =>
      now.Header.map(({ DOB }) => DOB).filter((born) => birthday(born, 20) > end);
    const anyTimeInCare = children.some(
      (found) => birthDates(found).length > 0 && careHistory(found, end).episodes.length > 0,
    );
    if (!anyTimeInCare) return;
    for (const leaver of OC3) {
      const found = child(leaver.CHILD);
      const history = found && careHistory(found, end);
      const daysSinceAge = (age: number): number =>
        found && history
          ? birthDates(found).reduce((days, born) => days + daysInCareSince(birthday(born, age), history), 0)
          : 0;
      const qualifies = daysSinceAge(14) >= DAYS_SINCE_14 && daysSinceAge(16) >= DAYS_SINCE_16;
      if (!qualifies || ADOPTED.has(history?.newest?.REC ?? '')) flag(leaver);
    }
  },
  fails: {
    Header: [{ CHILD: '101', DOB: '14/06/2007' }],
    Episodes: [{ CHILD: '101', DECOM: '02/05/2025', DEC: '31/07/2025' }],
    'last Episodes': [{ CHILD: '102', DECOM: '02/05/2024' }],
    OC3: [{ CHILD: '101' }],
  },
  passes: {
    Header: [{ CHILD: '101', DOB: '14/06/2007' }],
    Episodes: [{ CHILD: '101', DECOM: '02/05/2025', DEC: '01/08/2025' }],
    'last Episodes': [{ CHILD: '102', DECOM: '02/05/2024' }],
    OC3: [{ CHILD: '101' }],
  },
});

/** Rules about the time in care that makes a care leaver. */
export const careLeaverTimeInCareRules = [rule1001];
