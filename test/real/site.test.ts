/** The pages of a site in a real browser: what people do there, and what must not happen. */
import { existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ToolsLock } from '../../src/model/tools-lock.ts';
import { siteFiles } from '../../src/registries/static/files.ts';
import { serveSite } from '../../src/registries/static/serve/server.ts';
import { writeSite } from '../../src/registries/static/write-site.ts';
import { count } from '../engine/story.ts';
import { gateway, JWT, manual, runtime } from '../engine/support.ts';
import { partsOf, recordOf, registrationsOf } from '../registries/static/support.ts';

const MANY = 5000;
const FILTER_MS = 50;
const DAY = 24 * 60 * 60 * 1000;

const LOCK: ToolsLock = {
  server: { name: 'orders' },
  tools: [
    { name: 'find_order', title: 'Find an order', description: 'By number.', digest: `sha256:${'0'.repeat(64)}` },
  ],
  prompts: [],
  resourceTemplates: [],
  skills: [],
};

const owned = (organization: string) => ({ provider: { organization, url: 'https://shop.example' } });

const ENTRIES = [
  gateway('orders', {
    authorizer: JWT,
    registration: { name: 'Order desk', description: 'Looks up orders', ...owned('Shop') },
  }),
  gateway('stock', { authorizer: { type: 'AWS_IAM' }, registration: { name: 'Stock', ...owned('Logistics') } }),
  manual('weather', { name: 'Weather', description: 'Forecasts', ...owned('Logistics') }),
  manual('hostile', {
    name: '"><img src=x onerror=alert(1)>',
    description: '<script>alert(1)</script>',
    tags: ['<b>'],
    metadata: { owner: "' onfocus='alert(1)" },
  }),
  runtime('planner', { registration: { name: 'Planner', description: 'Plans journeys' } }),
];

const root = mkdtempSync(join(tmpdir(), 'site-real-'));
const stop = new AbortController();
const open: { browser?: Browser; base: string; many: string; served: Promise<void>[] } = {
  base: '',
  many: '',
  served: [],
};

const serve = async (name: string, entries: typeof ENTRIES): Promise<string> => {
  const directory = join(root, name);
  const now = Date.now();
  const state = {
    records: registrationsOf(entries).map((one, at) => recordOf(one, { shown: true, updatedAt: now - at * 3 * DAY })),
    removed: [],
  };
  const parts = await partsOf({
    factsOf: ({ entry }) => ({
      links: { report: 'https://github.example/new' },
      ...(entry.path === '/orders/' ? { lock: LOCK } : {}),
    }),
  });
  // What pages don't read is left out: ten files for each server would take longer than all that is tested.
  const pages = [...siteFiles(state, parts)].filter(([path]) => !path.startsWith('v0'));
  await writeSite(directory, { files: () => pages, keepsLeft: false });
  const { promise, resolve } = Promise.withResolvers<string>();
  open.served.push(
    serveSite({
      directory,
      host: '127.0.0.1',
      port: 0,
      names: [],
      shared: true,
      signal: stop.signal,
      onListening: resolve,
    }),
  );
  return promise;
};

/** The machine's own browser; undefined: the one that `npm run test:real` installed. */
const browserOfMachine = (): string | undefined => {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
  return process.env['CHROMIUM'] ?? found;
};

beforeAll(async () => {
  const executablePath = browserOfMachine();
  open.browser = await chromium.launch({
    // What a browser asks of its maker at every start would wait for hosts that are not reached here.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  open.base = await serve('few', ENTRIES);
  open.many = await serve(
    'many',
    count(0, MANY).map((at) =>
      manual(`s${at}`, { name: `Server ${at}`, description: `What team ${at % 40} lends`, tags: [`team-${at % 40}`] }),
    ),
  );
}, 120_000);

afterAll(async () => {
  await open.browser?.close();
  stop.abort();
  await Promise.all(open.served);
  await rm(root, { recursive: true, force: true });
}, 240_000);

/** A page of its own, with whatever it asked of others, complained about or opened. */
const visit = async (url: string, options: BrowserContextOptions = {}): Promise<{ page: Page; faults: string[] }> => {
  if (open.browser === undefined) throw new Error('no browser');
  const context = await open.browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  const own = new URL(url).origin;
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== own) faults.push(`asked ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => {
    faults.push(`opened ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  return { page, faults };
};

const rowsOf = (page: Page): Promise<string[]> => page.locator('.row .name').allTextContents();

const violations = async (url: string, options: BrowserContextOptions = {}): Promise<unknown> => {
  const { page } = await visit(url, { ...options, bypassCSP: true });
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))',
  );
  await page.context().close();
  return found;
};

describe('the catalogue page', () => {
  test('search has the focus, finds names, sentences and tools, and stands in the address', async () => {
    const { page, faults } = await visit(open.base);
    expect(await page.evaluate('document.activeElement.name')).toBe('q');
    expect(await page.locator('.counts').textContent()).toBe('4 servers, 1 agent, 3 changed this week');
    await page.keyboard.type('find_order');
    expect(await rowsOf(page)).toEqual(['Order desk']);
    expect(await page.locator('#found').textContent()).toBe('1 of 5');
    expect(new URL(page.url()).search).toBe('?q=find_order');
    await page.keyboard.press('Escape');
    expect(await rowsOf(page)).toHaveLength(5);
    await page.keyboard.type('no such thing');
    expect(await page.locator('#none').isVisible()).toBe(true);
    await page.click('#clear');
    expect(await rowsOf(page)).toHaveLength(5);
    expect(faults).toEqual([]);
  });

  test('filters and sorting, alone and by a link', async () => {
    const { page } = await visit(open.base);
    await page.selectOption('select[name=owner]', 'Logistics');
    expect(await rowsOf(page)).toEqual(['Stock', 'Weather']);
    await page.selectOption('select[name="sign-in"]', 'your AWS login');
    expect(await rowsOf(page)).toEqual(['Stock']);
    const again = await visit(page.url());
    expect(await rowsOf(again.page)).toEqual(['Stock']);
    const sorted = await visit(`${open.base}?sort=changed&kind=server`);
    expect((await rowsOf(sorted.page)).slice(0, 2)).toEqual(['Order desk', 'Stock']);
  });

  test('by keyboard alone: arrows walk the rows, slash goes back, Enter opens', async () => {
    const { page } = await visit(open.base);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate('document.activeElement.querySelector(".name").textContent')).toBe('Order desk');
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.name')).toBe('q');
    await page.keyboard.type('weather');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/servers/weather/');
  });

  test('without a script everything is there to be read', async () => {
    const { page, faults } = await visit(open.base, { javaScriptEnabled: false });
    expect(await rowsOf(page)).toHaveLength(5);
    expect(await page.locator('#search').isVisible()).toBe(false);
    const entry = await visit(`${open.base}servers/orders/`, { javaScriptEnabled: false });
    expect(await entry.page.locator('.recipe:visible').count()).toBe(8);
    expect([...faults, ...entry.faults]).toEqual([]);
  });

  test(`a filter of ${MANY} entries is done within ${FILTER_MS} ms`, async () => {
    const { page } = await visit(open.many);
    const took: number[] = [];
    for (const text of ['s', 'se', 'server 4', 'team-7', 'lends', 'server 4999']) {
      took.push(
        Number(
          await page.evaluate(
            `new Promise((done) => { const q = document.querySelector('[name=q]'); q.value = ${JSON.stringify(text)}; const began = performance.now(); q.dispatchEvent(new Event('input', { bubbles: true })); document.body.offsetHeight; done(performance.now() - began); })`,
          ),
        ),
      );
    }
    expect(await rowsOf(page)).toEqual(['Server 4999']);
    expect(took.sort((a, b) => a - b)[Math.floor(took.length / 2)]).toBeLessThan(FILTER_MS);
  });
});

describe("a server's page", () => {
  test('clients are tabs, which the keyboard changes and the address names', async () => {
    const { page, faults } = await visit(`${open.base}servers/stock/`);
    expect(await page.locator('.recipe:visible h3').allTextContents()).toEqual(['VS Code']);
    await page.locator('[role=tab]').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.recipe:visible').getAttribute('id')).toBe('copilot');
    expect(new URL(page.url()).hash).toBe('#copilot');
    const again = await visit(`${open.base}servers/stock/#curl`);
    expect(await again.page.locator('.recipe:visible').textContent()).toContain('--aws-sigv4');
    expect([...faults, ...again.faults]).toEqual([]);
  });

  test('a text is copied by its button', async () => {
    const { page } = await visit(`${open.base}servers/weather/`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('figure:visible button').first().click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain(
      '"url": "https://tools.example.com/weather"',
    );
  });

  test('hostile texts stay texts, and nothing is asked of anybody else', async () => {
    const { page, faults } = await visit(`${open.base}servers/hostile/`);
    expect(await page.locator('h1').textContent()).toBe('"><img src=x onerror=alert(1)>');
    expect(await page.locator('img').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe('for everybody', () => {
  const PAGES = ['', 'servers/orders/', 'servers/stock/#curl', 'agents/planner/'];

  test.each(PAGES)('/%s has no violation of accessibility, light, dark and on a phone', async (path) => {
    for (const options of [
      { colorScheme: 'light' as const },
      { colorScheme: 'dark' as const },
      { viewport: { width: 360, height: 700 } },
    ]) {
      expect(await violations(`${open.base}${path}`, options)).toEqual([]);
    }
  });

  test.each(PAGES)('/%s fits a phone', async (path) => {
    const { page } = await visit(`${open.base}${path}`, { viewport: { width: 340, height: 700 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(340);
  });

  test('dark is dark, and print has every client', async () => {
    const { page } = await visit(`${open.base}servers/orders/`, { colorScheme: 'dark' });
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(20, 22, 24)');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.recipe:visible').count()).toBe(8);
    expect(await page.locator('.tabs').isVisible()).toBe(false);
  });
});
