import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aboutUs, boardPack, buildReport, renderHtml, returnSummary } from '../src/index.ts';
import { aWholeCouncil } from './council.ts';

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const executablePath = BROWSERS.find((path) => existsSync(path));
const whole = aWholeCouncil(150);

/** Needs a browser; where there is none, the other tests still hold every page to its language, headings and alternatives. */
describe.runIf(executablePath !== undefined || process.env['CI'])('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath ?? BROWSERS[0]!,
      args: ['--no-sandbox'],
    });
  });
  afterAll(() => browser.close());

  it.each([boardPack(whole), returnSummary(whole), aboutUs(whole)])(
    '$id has nothing that shuts anybody out',
    async (definition) => {
      const page = await browser.newPage();
      await page.setContent(renderHtml(await buildReport(definition, whole)));
      await page.addScriptTag({ content: axe.source });
      const found = (await page.evaluate('axe.run()')) as {
        violations: { id: string; nodes: { html: string }[] }[];
      };
      expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    },
  );
});
