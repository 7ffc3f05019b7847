import type { Migration } from './migration.ts';

/** The same question as before, planned once on a connection and not for every table of every statement. */
export const currentCouncil: Migration = {
  name: '0008-current-council',
  statements: [
    `create or replace function cic.current_council() returns text language plpgsql stable as $$
      begin
        return (select current_setting('cic.council', true)
          where exists (
            select from cic.council_access a
            where a.role_name = current_user and a.council in (current_setting('cic.council', true), '*')));
      end $$`,
  ],
};
