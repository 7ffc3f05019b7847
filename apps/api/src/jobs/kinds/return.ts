import { z } from 'zod';
import { mayNotImport } from '../../exchanges/ssda903.ts';
import type { JobWork } from '../kind.ts';

export const returnYear = z
  .int()
  .min(2000)
  .max(2100)
  .meta({ description: 'Collection year: 2026 is the year to 31 March 2026.' });

/** Returns are read and brought in by whoever may bring in files of records. */
export const refusesReturn = ({ deployment, session }: Pick<JobWork, 'deployment' | 'session'>) =>
  mayNotImport(deployment.store.policy, session);
