import type { Migration } from './migration.ts';

/** Every child a record names, wherever in it: a sibling group names several. */
export const about: Migration = {
  name: '0005-about',
  statements: [
    `alter table cic.record add column about jsonb not null
      generated always as (jsonb_path_query_array(data, 'strict $.**.child')) stored`,
  ],
};
