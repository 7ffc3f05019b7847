/**
 * A number of days that so many working days never exceed, whatever bank holidays and closed days lie between: to see
 * cheaply that something was due long ago.
 */
export const atMostDays = (workingDays: number): number => workingDays * 2 + 14;
