import { type JsonSchema, parseId } from '../generate/schemas.ts';
import { compare } from './compare.ts';

/** Schemas as published, by `$id`. */
export type Published = Readonly<Record<string, JsonSchema>>;

interface Version {
  readonly id: string;
  /** `core/child` */
  readonly name: string;
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

function versionOf(id: string): Version {
  const parts = parseId(id);
  if (parts === undefined) throw new Error(`${id} is not the $id of a schema of ours`);
  const [major, minor, patch] = parts.version.split('.').map(Number) as [number, number, number];
  return { id, name: `${parts.folder}/${parts.name}`, major, minor, patch };
}

const written = ({ major, minor, patch }: Version): string => `${major}.${minor}.${patch}`;

const byVersion = (a: Version, b: Version): number =>
  a.major - b.major || a.minor - b.minor || a.patch - b.patch;

/**
 * What is wrong with the schemas' versions, beside everything released before; a line for each change that needs a
 * higher version than it has. Titles, descriptions, examples and annotations may change freely.
 */
export function versionProblems(released: Published, current: Published): string[] {
  const now = Object.keys(current).map(versionOf);
  const before = Object.keys(released).map(versionOf);
  const names = new Set(now.map(({ name }) => name));
  const gone = new Set(before.map(({ name }) => name).filter((name) => !names.has(name)));
  return [
    ...[...gone].map((name) => `${name}: was released and is gone`),
    ...now.flatMap((version) => problemsOf(version, before, released, current)),
  ];
}

function problemsOf(
  version: Version,
  before: readonly Version[],
  released: Published,
  current: Published,
): string[] {
  const earlier = before.filter(({ name }) => name === version.name).sort(byVersion);
  const latest = earlier.at(-1);
  if (latest === undefined || version.major > latest.major) return [];
  if (byVersion(version, latest) < 0)
    return [`${version.name} ${written(version)}: ${written(latest)} is already released`];
  const minorIsNew = version.major === latest.major && version.minor > latest.minor;
  const { major, minor } = latest;
  return compare(released[latest.id]!, current[version.id]!)
    .filter((change) => change.breaking || !minorIsNew)
    .map(({ breaking, message }) => {
      const needed = breaking
        ? `${major + 1}.0.0: a breaking change needs a new major version`
        : `${major}.${minor + 1}.0`;
      return `${version.name} ${written(version)}: ${message} (make it ${needed})`;
    });
}
