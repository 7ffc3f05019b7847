import { keepsTheContract } from '../../tooling/src/pluginTests.ts';
import { health } from '../src/index.ts';

keepsTheContract(health());
