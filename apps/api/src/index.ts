export { type Api, createApi } from './app.ts';
export { createClient } from './client.ts';
export type { Deployment } from './deployment.ts';
export { type Problem, problemSchema } from './problem.ts';
