export * from './dates/day.ts';
