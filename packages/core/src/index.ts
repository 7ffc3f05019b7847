export * from './dates/day.ts';
export * from './codes/codeSet.ts';
export { codeSets } from './codes/codeSets.ts';
export type * from './generated/codeSets.ts';
export * from './records/recordType.ts';
