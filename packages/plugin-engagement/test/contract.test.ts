import { keepsTheContract } from '../../tooling/src/pluginTests.ts';
import { engagement } from '../src/index.ts';

keepsTheContract(engagement());
