import { type Day, financialYearOf, OPEN } from '@cic/core';
import { type ReasonForChangeOfSocialWorkerCode, socialWorkerEpisode } from '@cic/core/records';
import type { Weighted } from '../random/random.ts';
import { partPerChild, type SynthPart } from './part.ts';

/** (p) */
const REASON: Weighted<ReasonForChangeOfSocialWorkerCode> = [
  ['TSPROC', 30],
  ['LEFTRL', 32],
  ['MANAGE', 16],
  ['ORGRST', 8],
  ['ABSENC', 9],
  ['CHCHAN', 1],
  ['PCCHAN', 1],
  ['OTHERS', 3],
];

/** Children to a worker, and days with one: the first worker hands over after assessment, later ones stay longer. (p) */
const CASELOAD = 15;
const DAYS_WITH_FIRST = 150;
const DAYS_WITH_LATER = 430;
const SHORTEST = 14;
const LEAST_WORKERS = 4;

/** Handing over in the last days of March is put off until April, so that no return ends with a gap (rule SW11bSTG2). */
const LAST_DAYS = 7;
const notInLastDays = (day: Day): Day =>
  financialYearOf(day + LAST_DAYS) === financialYearOf(day) ? day : day + LAST_DAYS;

/** Who is responsible for a child, without a gap while the child is in care. References, never names. */
export const socialWorkers: SynthPart = {
  id: 'social-workers',
  make: (care, random, options) => {
    const pool = Math.max(LEAST_WORKERS, Math.ceil(care.children.length / CASELOAD));
    return partPerChild('social-workers', socialWorkerEpisode, function* (child, own, { from, until }) {
      let worker = own.int(1, pool);
      for (const period of child.periodsOfCare) {
        let start = period.start;
        let reason: ReasonForChangeOfSocialWorkerCode = 'FCONTA';
        while (start < period.end && start <= until) {
          const mean = start === period.start ? DAYS_WITH_FIRST : DAYS_WITH_LATER;
          const planned = notInLastDays(start + SHORTEST + Math.round(own.exponential(mean)));
          const end = planned > period.end - SHORTEST ? period.end : planned;
          const known = end !== OPEN && end <= until;
          if (!known || end >= from - 365) {
            yield {
              child: child.id,
              socialWorker: `SW${String(worker).padStart(4, '0')}`,
              start,
              ...(known ? { end } : {}),
              reasonForChange: reason,
              team:
                options.council.districts.length > 0
                  ? options.children[child.index]!.district
                  : 'children-in-care',
            };
          }
          worker = ((worker + own.int(0, 2)) % pool) + 1;
          reason = own.weighted(REASON);
          start = end;
        }
      }
    }).make(care, random, options);
  },
};
