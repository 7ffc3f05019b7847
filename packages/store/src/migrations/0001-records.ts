import type { Migration } from './migration.ts';

/**
 * Statements that hold a table with a column `council` to the council of the connection, for everybody but the owner, who
 * migrates and dumps. A plugin's own tables need them too, and a `grant` to `cic_app`.
 */
export const councilOnly = (table: string): string[] => [
  `alter table ${table} enable row level security`,
  `create policy council_only on ${table} using (council = (select cic.current_council()))
    with check (council = (select cic.current_council()))`,
];

export const records: Migration = {
  name: '0001-records',
  statements: [
    'create schema cic',
    `do $$ begin create role cic_app nologin; exception when duplicate_object or unique_violation then null; end $$`,
    'grant usage on schema cic to cic_app',

    `create table cic.council_access (
      role_name text not null,
      council text not null,
      primary key (role_name, council)
    )`,
    'grant select on cic.council_access to cic_app',
    `create function cic.current_council() returns text language sql stable as $$
      select current_setting('cic.council', true)
      where exists (
        select from cic.council_access a
        where a.role_name = current_user and a.council in (current_setting('cic.council', true), '*'))
    $$`,

    // For functions that run as the owner: the caller's own login must be allowed the council it names.
    `create function cic.require_council(the_council text) returns void language plpgsql stable as $$
      begin
        if the_council is distinct from current_setting('cic.council', true) or not (
          exists (select from cic.council_access a
            where a.role_name = session_user and a.council in (the_council, '*'))
          or (select rolsuper from pg_catalog.pg_roles where rolname = session_user)) then
          raise exception 'this login may not use that council' using errcode = 'insufficient_privilege';
        end if;
      end $$`,

    `create table cic.act (
      id bigint generated always as identity primary key,
      council text not null,
      kind text not null,
      at timestamptz not null,
      by_user text not null,
      reason text,
      feed text,
      digest text,
      undoes bigint references cic.act (id)
    )`,
    'create index on cic.act (council, id)',
    'create unique index act_undone_once on cic.act (undoes) where undoes is not null',
    ...councilOnly('cic.act'),
    'grant select, insert on cic.act to cic_app',

    `create table cic.record (
      council text not null,
      type text not null,
      id text not null,
      version integer not null,
      child text,
      valid_from date,
      valid_until date,
      data jsonb not null,
      deleted boolean not null default false,
      feed text,
      recorded_at timestamptz not null,
      recorded_by text not null,
      superseded_at timestamptz,
      act bigint not null references cic.act (id),
      primary key (council, type, id, version)
    )`,
    'create unique index record_current on cic.record (council, type, id) where superseded_at is null',
    'create index record_of_child on cic.record (council, child, type) where superseded_at is null',
    'create index record_act on cic.record (council, act)',
    ...councilOnly('cic.record'),
    'grant select, insert on cic.record to cic_app',
    'grant update (superseded_at) on cic.record to cic_app',

    `create table cic.change (
      council text not null,
      seq bigint not null,
      act bigint not null,
      kind text not null,
      type text not null,
      id text not null,
      version integer not null,
      child text,
      at timestamptz not null,
      primary key (council, seq)
    )`,
    ...councilOnly('cic.change'),
    'grant select, insert on cic.change to cic_app',
  ],
};
