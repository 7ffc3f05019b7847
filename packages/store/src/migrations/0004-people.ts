import { councilOnly } from './0001-records.ts';
import type { Migration } from './migration.ts';

export const people: Migration = {
  name: '0004-people',
  statements: [
    `create table cic.person_merge (
      council text not null,
      act bigint not null references cic.act (id),
      kept text not null,
      merged text not null,
      split_by bigint references cic.act (id),
      primary key (council, act)
    )`,
    'create index on cic.person_merge (council, merged)',
    ...councilOnly('cic.person_merge'),
    'grant select, insert on cic.person_merge to cic_app',
    'grant update (split_by) on cic.person_merge to cic_app',

    `create table cic.sharing_agreement (
      council text not null,
      id text not null,
      agreement jsonb not null,
      signed_by text not null,
      at timestamptz not null,
      ended_at timestamptz,
      primary key (council, id)
    )`,
    ...councilOnly('cic.sharing_agreement'),
    'grant select, insert on cic.sharing_agreement to cic_app',
    'grant update (ended_at) on cic.sharing_agreement to cic_app',

    `create table cic.consent (
      council text not null,
      id bigint generated always as identity,
      child text not null,
      purpose text not null,
      agency text,
      given boolean not null,
      given_by text not null,
      valid_from date not null,
      valid_until date,
      recorded_by text not null,
      at timestamptz not null,
      withdrawn_at timestamptz,
      primary key (council, id)
    )`,
    'create index on cic.consent (council, child)',
    ...councilOnly('cic.consent'),
    'grant select, insert on cic.consent to cic_app',
    'grant update (withdrawn_at) on cic.consent to cic_app',
  ],
};
