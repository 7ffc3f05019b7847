import { serveDemonstration } from '@cic/api/demonstration';
import { formatIsoDate } from '@cic/core';
import { JUNE_2012 } from './children/careers.ts';
import { derbyRecords } from './children/index.ts';
import { derby } from './council.ts';
import { strategyParts } from './strategy/index.ts';

await serveDemonstration({
  name: derby.name,
  dataset: `council-derby-${formatIsoDate(JUNE_2012)}`,
  make: () => ({ council: derby, records: [...derbyRecords(), ...strategyParts], asAt: JUNE_2012 }),
});
