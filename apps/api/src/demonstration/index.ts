export {
  type Demonstration,
  type DemonstrationOptions,
  demonstrationDeployment,
} from './deployment.ts';
export { type ServeOptions, serveDemonstration } from './serve.ts';
