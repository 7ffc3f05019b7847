import { columns, type ListDefinition } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import {
  healthServiceCapacity,
  healthStandardEvidence,
  healthWorkerAllocation,
} from '../generated/records.ts';
import { healthStandards } from '../standards.ts';
import { cells, isoDay, labelOfService } from './assess.ts';

export const nurseCaseloads: ListDefinition = {
  id: 'health-worker-caseloads',
  title: 'Caseloads of specialist nurses and other health workers',
  columns: columns({
    worker: 'Reference',
    role: 'Profession',
    placedIn: 'Sits in',
    children: 'Children and young people',
    sixteenAndOver: 'Of them 16 and over',
  }),
  requirements: ['HLT-24'],
  *rows({ history, period }) {
    const loads = new Map<
      string,
      { role: string; placedIn: string | undefined; children: number; older: number }
    >();
    for (const child of history.children) {
      for (const { worker, role, placedIn, start, end } of child.records(healthWorkerAllocation)) {
        if (start > period.end || (end !== undefined && end <= period.end)) continue;
        const load = loads.get(worker) ?? { role, placedIn, children: 0, older: 0 };
        load.children++;
        if (child.ageOn(period.end) >= 16) load.older++;
        loads.set(worker, load);
      }
    }
    for (const [worker, { role, placedIn, children, older }] of [...loads].sort(([a], [b]) =>
      a < b ? -1 : 1,
    ))
      yield cells({
        worker,
        role: codeSets.HEALTH_PROFESSIONAL.label(role),
        placedIn,
        children,
        sixteenAndOver: older,
      });
  },
};

export const serviceCapacity: ListDefinition = {
  id: 'health-service-capacity',
  title: 'Capacity of health services, and who waits',
  columns: columns({
    service: 'Service',
    placedIn: 'Sits in',
    asAt: 'As at',
    posts: 'Posts funded',
    postsFilled: 'Posts filled',
    caseload: 'Caseload',
    waiting: 'Waiting',
    longestWaitDays: 'Longest wait in days',
    flags: 'What stands out',
  }),
  requirements: ['HLT-24', 'HLT-25'],
  *rows({ history, period }) {
    const latest = new Map<string, ReturnType<typeof capacities>[number]>();
    const capacities = () => history.otherRecords(healthServiceCapacity);
    for (const one of capacities())
      if (one.asAt <= period.end) latest.set(`${one.service} ${one.placedIn ?? ''}`, one);
    for (const one of latest.values()) {
      const { caseload, caseloadLimit, posts, postsFilled } = one;
      yield cells({
        service: labelOfService(one.service),
        placedIn: one.placedIn,
        asAt: isoDay(one.asAt),
        posts,
        postsFilled,
        caseload,
        waiting: one.waiting,
        longestWaitDays: one.longestWaitDays,
        flags: [
          ...(caseload !== undefined && caseloadLimit !== undefined && caseload > caseloadLimit
            ? [`Caseload above the limit of ${caseloadLimit}`]
            : []),
          ...(posts !== undefined && postsFilled !== undefined && postsFilled < posts
            ? [`${Math.round((posts - postsFilled) * 100) / 100} posts vacant`]
            : []),
        ],
      });
    }
  },
};

export const standardsEvidence: ListDefinition = {
  id: 'health-standards-evidence',
  title: 'The fifteen health standards, with what evidences each',
  columns: columns({
    number: 'Standard',
    title: 'Title',
    indicators: 'Indicators',
    rating: 'Rating',
    asAt: 'Judged',
    evidence: 'Evidence',
    flags: 'What is missing',
  }),
  requirements: ['D-HEA-04'],
  *rows({ history, period }) {
    const judged = history.otherRecords(healthStandardEvidence).filter(({ asAt }) => asAt <= period.end);
    for (const { number, title, indicators } of healthStandards) {
      const last = judged.findLast(({ standard }) => standard === number);
      yield cells({
        number,
        title,
        indicators,
        rating: last?.rating,
        asAt: isoDay(last?.asAt),
        evidence: last?.evidence,
        flags: last ? [] : ['Not judged yet'],
      });
    }
  },
};
