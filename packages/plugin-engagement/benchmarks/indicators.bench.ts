import { pathToFileURL } from 'node:url';
// By path: the generator of synthetic councils depends on this package, not the other way round.
import { engagementParts } from '../../synth/src/index.ts';
import { besideCore } from '../../tooling/src/besideCore.ts';
import { engagement } from '../src/index.ts';

/** All indicators and duties of the plugin beside those of core. */
export const bench = async () => besideCore(engagement(), engagementParts);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table((await bench())[0]!.rows);
