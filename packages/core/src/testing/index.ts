export {
  type Asked,
  asking,
  clocksOf,
  figureOf,
  findingsOf,
  listOf,
  many,
  type Told,
  told,
} from './asking.ts';
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
export { lostInCsv } from './csv.ts';
export { type HostileOptions, hostileHistory } from './hostile.ts';
export {
  changedFigures,
  type Trial,
  unaskedAnswers,
  unreached,
  wrongClocks,
  wrongFigures,
  wrongFindings,
} from './invariants.ts';
export { randomFrom, randomStories } from './random.ts';
