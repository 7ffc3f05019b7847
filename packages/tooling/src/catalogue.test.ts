import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { root } from './workspace.ts';

describe('the catalogue in docs/', () => {
  it('says what the code says; `pnpm catalogue` writes it anew', async () => {
    for (const [file, text] of Object.entries(await catalogue())) {
      expect(readFileSync(join(root, 'docs', file), 'utf8'), file).toBe(text);
    }
  });
});
