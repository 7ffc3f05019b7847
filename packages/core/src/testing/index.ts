export {
  aChild,
  aCouncil,
  aHistory,
  type ChildFacts,
  type ChildStory,
  type EpisodeFacts,
  theChild,
} from './builders.ts';
