export { type ChildFacts, type ChildStory, type EpisodeFacts, aChild, aCouncil, aHistory, theChild } from './builders.ts';
