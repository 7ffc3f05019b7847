import { councilOnly } from './0001-records.ts';
import type { Migration } from './migration.ts';

/** The advisory lock that puts what a council's audit and change feed say into the order of commits. */
const LOCK = `perform pg_advisory_xact_lock(hashtextextended('cic.audit:' || new.council, 0))`;

export const audit: Migration = {
  name: '0002-audit',
  statements: [
    `create table cic.audit (
      council text not null,
      seq bigint not null,
      entry text not null,
      previous text not null,
      hash text not null,
      at text not null generated always as (entry::jsonb ->> 'at') stored,
      action text not null generated always as (entry::jsonb ->> 'action') stored,
      by_user text not null generated always as (entry::jsonb ->> 'by') stored,
      type text generated always as (entry::jsonb ->> 'type') stored,
      children jsonb not null generated always as (coalesce(entry::jsonb -> 'children', '[]'::jsonb)) stored,
      primary key (council, seq)
    )`,
    'create index audit_children on cic.audit using gin (children jsonb_path_ops)',
    'create index audit_at on cic.audit (council, at)',
    ...councilOnly('cic.audit'),
    'grant select on cic.audit to cic_app',
    'grant insert (council, entry) on cic.audit to cic_app',
    // As the owner, whom row security does not slow down; the row itself is still checked against its council.
    `create function cic.chain_audit() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
      declare last record;
      begin
        ${LOCK};
        select seq, hash into last from cic.audit where council = new.council order by seq desc limit 1;
        new.seq := coalesce(last.seq, 0) + 1;
        new.previous := coalesce(last.hash, '');
        new.hash := encode(sha256(convert_to(new.previous || new.council || new.seq || new.entry, 'UTF8')), 'hex');
        return new;
      end $$`,
    'revoke execute on function cic.chain_audit from public',
    'create trigger chain before insert on cic.audit for each row execute function cic.chain_audit()',
    `create function cic.refuse() returns trigger language plpgsql as $$
      begin raise exception 'the audit is append-only' using errcode = 'insufficient_privilege'; end $$`,
    `create trigger append_only before update or delete or truncate on cic.audit
      for each statement execute function cic.refuse()`,

    `create function cic.close_act(the_council text, the_act bigint, the_entry text) returns void
    language plpgsql as $$
      begin
        insert into cic.audit (council, entry) values (the_council, the_entry);
        insert into cic.change (council, seq, act, kind, type, id, version, child, at)
        select the_council, coalesce((select max(seq) from cic.change where council = the_council), 0)
            + row_number() over (order by r.type, r.id),
          the_act,
          case when r.deleted then 'removed' when r.version = 1 or before.deleted then 'added' else 'changed' end,
          r.type, r.id, r.version, r.child, r.recorded_at
        from cic.record r
        left join cic.record before
          on before.council = r.council and before.type = r.type and before.id = r.id and before.version = r.version - 1
        where r.council = the_council and r.act = the_act;
      end $$`,
    'grant execute on function cic.close_act to cic_app',
  ],
};
