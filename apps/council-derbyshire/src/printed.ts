import { readFileSync } from 'node:fs';
import { type PrintedTable, readDocument } from '@cic/printed-tables';

const tablesIn = (file: string): ReadonlyMap<string, PrintedTable> => {
  const text = readFileSync(new URL(`../data/${file}.json`, import.meta.url), 'utf8');
  return new Map(readDocument(JSON.parse(text)).tables.map((table) => [table.id, table]));
};

/** The tables of the sufficiency strategy 2017 to 2021, as printed. */
export const sufficiencyTables = tablesIn('sufficiency-2017');

/** The figures of the strategy for children in care and care leavers 2019 to 2021, as printed. */
export const strategyTables = tablesIn('strategy-2019');
