import { columns, dateCell, type ListDefinition } from '@cic/core';
import { meeting } from '@cic/core/records';

const OF_THE_VIRTUAL_SCHOOL = /virtual school/i;

/** Whether the virtual school takes part in the council's panels: placement matching, complex cases. */
const panels: ListDefinition = {
  id: 'virtual-school-on-panels',
  title: 'The virtual school on panels',
  columns: columns({
    panel: 'Panel',
    meetings: 'Meetings',
    attended: 'With the virtual school',
    last: 'Last attended',
    flags: 'Why to look',
  }),
  requirements: ['D-EDU-16'],
  rows: ({ council, history, period: { start, end } }) => {
    const held = history.otherRecords(meeting).filter((one) => one.held >= start && one.held <= end);
    return council.boards
      .filter(({ kind }) => kind === 'panel')
      .map(({ id, name }) => {
        const meetings = held.filter(({ board }) => board === id);
        const attended = meetings.filter(({ attendees = [] }) =>
          attendees.some((role) => OF_THE_VIRTUAL_SCHOOL.test(role)),
        );
        return {
          panel: name,
          meetings: meetings.length,
          attended: attended.length,
          last: dateCell(attended.at(-1)?.held),
          flags:
            meetings.length > 0 && attended.length === 0 ? ['the virtual school was at none of them'] : [],
        };
      });
  },
};

/** Where the virtual school has a seat. */
export const panelLists = [panels];
