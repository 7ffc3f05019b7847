import { records } from './0001-records.ts';
import { audit } from './0002-audit.ts';
import { protection } from './0003-protection.ts';
import { people } from './0004-people.ts';
import { about } from './0005-about.ts';
import { erasure } from './0006-erasure.ts';
import { acts } from './0007-acts.ts';
import { currentCouncil } from './0008-current-council.ts';
import type { Migration } from './migration.ts';

/** The steps of the store's own shape, in order. */
export const storeMigrations: readonly Migration[] = [
  records,
  audit,
  protection,
  people,
  about,
  erasure,
  acts,
  currentCouncil,
];
