import type { Board, Owner, Post } from '../../generated/types.ts';

/** Knows a role under every spelling of it. */
export interface RoleDirectory {
  find(printed: string): { readonly role: string; readonly organisation?: string } | undefined;
}

/** A spelling without case, spaces and punctuation: 'Hos YOS', 'HosYOS' and 'HoS YOS' are one. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The posts of a council, and its boards, which may own actions as well. */
export function roleDirectory(posts: readonly Post[], boards: readonly Board[] = []): RoleDirectory {
  const known = new Map<string, { readonly role: string; readonly organisation?: string }>();
  const add = (spelling: string, found: { readonly role: string; readonly organisation?: string }): void => {
    if (!known.has(bare(spelling))) known.set(bare(spelling), found);
  };
  for (const { role, organisation, alsoKnownAs = [] } of posts)
    for (const spelling of [role, ...alsoKnownAs])
      add(spelling, { role, ...(organisation === undefined ? {} : { organisation }) });
  for (const { name, alsoKnownAs = [] } of boards)
    for (const spelling of [name, ...alsoKnownAs]) add(spelling, { role: name });
  return { find: (printed) => known.get(bare(printed)) };
}

export interface ReadOwners {
  readonly owners: readonly Owner[];
  /** True where a person's name stood in brackets and was left out. */
  readonly nameLeftOut: boolean;
}

const TITLE = '(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\\.? )';
const NAME = new RegExp(
  `\\s*\\((?:${TITLE}(?:\\p{L}[\\p{L}'’-]*\\.? ?){1,3}|\\p{Lu}\\.? ?\\p{Lu}\\p{Ll}[\\p{L}'’-]+)\\)`,
  'gu',
);
const EACH = /\s*(?:[;\n\r/]|\s{2,})\s*/;
const PERHAPS = /\s*,\s*|\s+(?:and|&)\s+/;

/**
 * The roles of an owner cell. It is taken whole where the directory knows it; else it is parted at semicolons, slashes
 * and line breaks, and at commas and 'and' only where the directory knows every part ('Head of child protection and
 * reviewing' stays one). A person's name in brackets is left out, of the printed text too (DQ-10).
 */
export function readOwners(printed: string, directory: RoleDirectory): ReadOwners {
  const text = printed.replace(NAME, '').trim();
  const nameLeftOut = text !== printed.trim();
  const whole = known(text, directory);
  if (text === '' || /^(-|–|n\/?a|tbc)$/i.test(text)) return { owners: [], nameLeftOut };
  if (whole) return { owners: [whole], nameLeftOut };
  const owners = text
    .split(EACH)
    .filter((part) => part !== '')
    .flatMap((part) => partsOf(part, directory));
  const seen = new Set<string>();
  return { owners: owners.filter(({ role }) => !seen.has(role) && seen.add(role)), nameLeftOut };
}

function known(text: string, directory: RoleDirectory): Owner | undefined {
  const found = directory.find(text);
  return found && { ...found, ...(found.role === text ? {} : { printedAs: text }) };
}

function partsOf(part: string, directory: RoleDirectory): Owner[] {
  const whole = known(part, directory);
  if (whole) return [whole];
  const pieces = part.split(PERHAPS).map((piece) => known(piece, directory));
  return pieces.length > 1 && pieces.every((piece) => piece !== undefined) ? pieces : [{ role: part }];
}
