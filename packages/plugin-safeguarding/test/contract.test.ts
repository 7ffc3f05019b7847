import { keepsTheContract } from '../../tooling/src/pluginTests.ts';
import { safeguarding } from '../src/index.ts';

keepsTheContract(safeguarding());
