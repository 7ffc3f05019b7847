import { keepsTheContract } from '../../tooling/src/pluginTests.ts';
import { adoption } from '../src/index.ts';

keepsTheContract(adoption());
