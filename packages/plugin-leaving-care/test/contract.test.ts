import { keepsTheContract } from '../../tooling/src/pluginTests.ts';
import { leavingCare } from '../src/index.ts';

keepsTheContract(leavingCare());
