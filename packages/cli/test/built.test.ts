import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../bin/cic.js', import.meta.url));
const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cic-built-'));
});
afterAll(() => rm(folder, { recursive: true }));

const cic = (...args: readonly string[]) =>
  run(process.execPath, [bin, ...args], { cwd: folder, maxBuffer: 1 << 26 });

describe('the built command', () => {
  it('goes from a synthetic council to its figures and the checks of its return', async () => {
    await cic('synth', '--out', 'returns', '--children', '40', '--years', '2025-2026');
    const { stdout } = await cic('indicators', 'returns/2025', 'returns/2026', '--format', 'json');
    expect(JSON.parse(stdout).indicators.length).toBeGreaterThan(30);
    const checked = await cic(
      'ssda903',
      'validate',
      'returns/2026',
      '--year',
      '2026',
      '--format',
      'json',
    ).catch((error: { code: number; stdout: string }) => {
      expect(error.code).toBe(1);
      return error;
    });
    expect(Object.keys(JSON.parse(checked.stdout).rules)).toHaveLength(312);
  });

  it('exits with 2 and one sentence when it cannot run', async () => {
    await expect(cic('indicators', 'nowhere')).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: "cic: 'nowhere' does not exist.\n",
    });
  });
});
