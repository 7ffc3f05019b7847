import ical from 'ical-generator';

export interface AllDayEvent {
  readonly id: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly summary: string;
  readonly description?: string;
}

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/**
 * A calendar of whole days (RFC 5545), written as the days they are: no zone can move them.
 * @param stamp the day as at which it was made, `YYYY-MM-DD`
 */
export function calendarOf(
  name: string,
  product: string,
  stamp: string,
  events: readonly AllDayEvent[],
): string {
  const calendar = ical({ name, prodId: { company: 'CiC Toolkit', product } });
  for (const { id, on, summary, description } of events) {
    calendar.createEvent({
      id,
      start: midnight(on),
      timezone: 'UTC',
      stamp: midnight(stamp),
      allDay: true,
      summary,
      ...(description ? { description } : {}),
    });
  }
  return calendar.toString();
}

export const CALENDAR = { 'content-type': 'text/calendar; charset=utf-8' } as const;
