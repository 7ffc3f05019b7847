import { basename, dirname } from 'node:path';
import { type Day, financialYear, financialYearOf } from '@cic/core';
import { isRefusal, type ReadFinding, type Return, readReturn, type YearReturn } from '@cic/ssda903';
import { CannotRun } from './command.ts';
import { bytesOf, type FoundFile, filesIn } from './files.ts';

/** The return a file is part of: files of one folder that name the same year, or no year, belong together. */
function groupOf({ name }: FoundFile): string {
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(basename(name))?.[0] ?? '';
  return `${dirname(name)}|${year}`;
}

/**
 * The collection year a return belongs to, by what it holds: the year in which most of its episodes ceased, else the
 * latest in which one began. Undefined when it has no episode with a readable date.
 */
export function collectionYearOf({ tables }: Return): number | undefined {
  const rows = tables.Episodes?.rows ?? [];
  const ends = new Map<number, number>();
  for (const { DEC } of rows) {
    if (!Number.isNaN(DEC)) ends.set(financialYearOf(DEC), (ends.get(financialYearOf(DEC)) ?? 0) + 1);
  }
  const [most] = [...ends].sort(([a, m], [b, n]) => n - m || b - a);
  if (most) return most[0];
  const starts = rows.flatMap(({ DECOM }): Day[] => (Number.isNaN(DECOM) ? [] : [DECOM]));
  return starts.length === 0 ? undefined : financialYearOf(starts.reduce((a, b) => Math.max(a, b)));
}

export interface ReturnsRead {
  readonly returns: readonly YearReturn[];
  readonly findings: readonly (ReadFinding & { readonly year?: number })[];
}

/**
 * Reads the returns of one or more years. Each argument is a folder or file, or `2022=PATH` where the year has to be
 * told. Years are otherwise known by what the returns hold.
 * @throws CannotRun when a file cannot be read, a return is refused, or the years are not clear
 */
export async function readReturns(
  args: readonly string[],
  cwd: string,
  progress: (message: string) => void,
): Promise<ReturnsRead> {
  const groups = new Map<string, { files: FoundFile[]; year?: number }>();
  for (const argument of args) {
    const told = /^(\d{4})=(.+)$/.exec(argument);
    for (const file of await filesIn([told ? told[2]! : argument], cwd)) {
      const key = told ? `${told[1]}=` : groupOf(file);
      const group = groups.get(key) ?? { files: [], ...(told ? { year: Number(told[1]) } : {}) };
      group.files.push(file);
      groups.set(key, group);
    }
  }
  if (groups.size === 0) throw new CannotRun('no return was named: give a folder, a zip archive or files.');
  const returns: YearReturn[] = [];
  const findings: ReturnsRead['findings'][number][] = [];
  const filesOfYear = new Map<number, string>();
  for (const group of groups.values()) {
    const read = readReturn(await Promise.all(group.files.map(bytesOf)));
    const refused = read.findings.find(isRefusal);
    const first = group.files[0]!.name;
    if (refused) throw new CannotRun(`${refused.message} ${refused.fix}`);
    const year = group.year ?? collectionYearOf(read.return);
    if (year === undefined) {
      throw new CannotRun(
        `the year of the return with '${first}' is not clear, as it has no episode with a readable date: name it as 2022=PATH.`,
      );
    }
    const other = filesOfYear.get(year);
    if (other !== undefined) {
      throw new CannotRun(
        `'${other}' and '${first}' are both of ${financialYear(year).label}: give one return for each year.`,
      );
    }
    filesOfYear.set(year, first);
    returns.push({ year, return: read.return });
    findings.push(...read.findings.map((finding) => ({ ...finding, year })));
    progress(`read the return of ${financialYear(year).label}: ${group.files.length} files`);
  }
  return { returns, findings };
}
