export { holders } from '../indicators/asked.ts';
export {
  aChild,
  aCouncil,
  aHistory,
  aHistoryWith,
  type ChildFacts,
  type ChildStory,
  type EpisodeFacts,
  theChild,
} from './builders.ts';
export { conformance, leftBehind } from './conformance.ts';
export { randomFrom, randomStories } from './random.ts';
