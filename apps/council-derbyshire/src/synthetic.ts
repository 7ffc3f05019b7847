import { everyPart, fit, type SyntheticCouncil } from '@cic/synth';
import { marginals } from './children.ts';
import { council } from './council.ts';

/** Where districts stand on the map of three by three: those with children far away inside the county in its corners. */
const ON_THE_MAP = [
  'high-peak',
  'chesterfield',
  'south-derbyshire',
  'amber-valley',
  'erewash',
  'north-east-bolsover',
  'disabled-team',
  'asylum-team',
  'prevention-team',
];

/** Children of Derbyshire who never existed, with every plugin's records, fitted to what the council printed. */
export async function synthetic(): Promise<SyntheticCouncil> {
  const fitted = await fit(marginals, {
    seed: 'derbyshire',
    comebacks: true,
    council: {
      id: council.id,
      name: council.name,
      code: 'E10000007',
      districts: ON_THE_MAP.map((id) => ({ id, name: id, share: id.endsWith('-team') ? 1 : 15 })),
    },
    parts: everyPart,
  });
  return fitted.council;
}
