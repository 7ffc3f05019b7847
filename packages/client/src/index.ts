export type { Change } from './changes.ts';
export { type Client, connect } from './client.ts';
export type { Figure, FigureQuestion, FigureRow } from './figures.ts';
export { ApiProblem } from './problem.ts';
export type { At, Comparison, Page, Question, Records, Seen } from './records.ts';
export type { ImportPlan, ReturnFile, Returns } from './returns.ts';
export type { ClientOptions } from './transport.ts';
export { isSigned } from './webhooks.ts';
