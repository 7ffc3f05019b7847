import { keepsTheContract } from '../../tooling/src/pluginTests.ts';
import { education } from '../src/index.ts';

keepsTheContract(education());
