import { serveDemonstration } from '@cic/api/demonstration';
import { formatIsoDate } from '@cic/core';
import { REPORTED } from './children/careers.ts';
import { leicestershireRecords } from './children/index.ts';
import { leicestershire } from './council.ts';
import { strategyParts } from './strategy/index.ts';

await serveDemonstration({
  name: leicestershire.name,
  dataset: `council-leicestershire-${formatIsoDate(REPORTED)}`,
  make: () => ({
    council: leicestershire,
    records: [...leicestershireRecords(), ...strategyParts],
    asAt: REPORTED,
  }),
});
