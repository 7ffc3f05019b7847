import { configureGlobal } from 'fast-check';

// Property tests try the same values in every run, so that a change is judged by itself and not by chance.
// `PROPERTY_SEED=random` tries others; a failure then names its seed.
const seed = process.env.PROPERTY_SEED ?? '20261125';
if (seed !== 'random') configureGlobal({ seed: Number(seed) });
