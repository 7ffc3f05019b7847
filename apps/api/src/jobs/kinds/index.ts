import { reportJob } from '../../reports/job.ts';
import type { JobKind } from '../kind.ts';
import { returnFindings } from './findings.ts';
import { bringInReturn } from './importReturn.ts';
import { indicatorsOverYears } from './indicators.ts';

/** What every deployment carries out in the background. */
export const coreKinds: readonly JobKind[] = [bringInReturn, returnFindings, indicatorsOverYears, reportJob];
