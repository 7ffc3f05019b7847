export { type Api, createApi } from './app.ts';
export { createClient } from './client.ts';
export type { Deployment, Limits, StoredDeployment, WorkingDeployment } from './deployment.ts';
export type { JobFile } from './jobs/job.ts';
export { defineJobKind, type JobKind, type JobWork } from './jobs/kind.ts';
export type { JobOptions } from './jobs/work.ts';
export { migrations } from './migrations.ts';
export { type PrepareOptions, prepareDatabase } from './prepare.ts';
export { type Problem, problemSchema } from './problem.ts';
export { requirements } from './requirements.ts';
export {
  createServer,
  createWorker,
  type RunningServer,
  type ServerOptions,
  type WorkerOptions,
} from './server.ts';
export { type DevelopmentOptions, developmentSignIn } from './signIn/development.ts';
export { type Claims, type OpenIdConnectOptions, openIdConnect } from './signIn/openIdConnect.ts';
export type { NotSignedIn, SignIn } from './signIn/signIn.ts';
