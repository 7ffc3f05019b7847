/**
 * One step of the database's shape, forward only. `statements` are run in order in one transaction; each is one SQL
 * statement. A step that has been released is never edited: what is wrong with it is mended by the next.
 */
export interface Migration {
  /** `0001-records`: steps run in order of their names. */
  readonly name: string;
  readonly statements: readonly string[];
}
