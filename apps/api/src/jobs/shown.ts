import type { Job } from './job.ts';

/** A job as it is told to whoever asked for it. */
export const shownJob = ({ id, kind, parameters, state, done, all, problem, ...at }: Job) => ({
  id,
  kind,
  parameters,
  state,
  steps: { done, all },
  createdAt: at.createdAt,
  ...(at.startedAt === null ? {} : { startedAt: at.startedAt }),
  ...(at.endedAt === null ? {} : { endedAt: at.endedAt }),
  ...(state === 'completed' ? { result: `/jobs/${id}/result` } : {}),
  ...(problem === null ? {} : { problem }),
});
