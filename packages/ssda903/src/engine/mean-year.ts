/** Days of the average Gregorian year, for the few conditions that count years in days. */
export const MEAN_YEAR = 365.2425;
