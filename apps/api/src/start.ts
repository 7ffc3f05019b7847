import { sampleCouncil } from './demonstration/sample.ts';
import { serveDemonstration } from './demonstration/serve.ts';

/** The last collection year that is over: the sample's data end on its 31 March. */
function lastCollectionYear(today: Date): number {
  const year = today.getFullYear();
  return today.getMonth() >= 3 ? year : year - 1;
}

const lastYear = lastCollectionYear(new Date());
await serveDemonstration({
  name: 'Sample Council',
  dataset: `sample-council-${lastYear}`,
  make: () => sampleCouncil(lastYear),
});
