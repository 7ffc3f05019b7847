import { serveDemonstration } from '@cic/api/demonstration';
import { demonstration } from './demonstration.ts';

await serveDemonstration({ name: 'Derbyshire', dataset: 'council-derbyshire', make: demonstration });
