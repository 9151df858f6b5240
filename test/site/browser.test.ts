import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { riskOf } from '../../src/emit/site/parts/risk.js';
import type { ToolModel } from '../../src/model/model.js';
import { realAnswers } from '../e2e/support/answers.js';
import { hasBrowser, openBrowser, visit } from './support/browser.js';
import { attacks } from './support/hostile.js';
import { exampleModel, fullModel, hostileModel, importedModel, Shelf, siteOf } from './support/sites.js';

/** The site in a real Chromium, from `file:`: issue 4, done-when 5. */
const shelf = new Shelf();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const large = realAnswers.find(({ tools }) => tools.length > 300 && tools.length < 600);
const sites = new Map<string, URL>();
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  browser = await openBrowser();
  sites.set('example', await shelf.put('example', exampleModel()));
  sites.set('full', await shelf.put('full', fullModel()));
  sites.set('hostile', await shelf.put('hostile', hostileModel()));
  if (large !== undefined) sites.set('large', await shelf.put('large', importedModel(large.name, large.text)));
});

afterAll(async () => {
  await browser?.close();
  shelf.remove();
});

const browserTest = test.skipIf(!hasBrowser);
const largeTest = test.skipIf(!hasBrowser || large === undefined);

function address(site: string, path = 'index.html'): URL {
  const folder = sites.get(site);
  if (folder === undefined) throw new Error(`there is no site ${site}`);
  return new URL(path, folder);
}

/** The files of what the catalogue shows, in its order: of tools without their folder. */
async function resultsOf(page: Page): Promise<string[]> {
  const links = page.locator('.results > li:visible > a');
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  return hrefs.map((href) => decodeURIComponent(href.replace(/^tools\/|\.html$/g, '')));
}

/** Names of the example's tools, by what is asked of them. */
function namesWhere(holds: (tool: ToolModel) => boolean): string[] {
  return exampleModel()
    .tools.filter(holds)
    .map(({ name }) => name);
}

browserTest('the search finds tools by their names, texts and parameters, the best first', async () => {
  const { page, troubles, close } = await visit(browser, address('example'));
  const all = await resultsOf(page);
  expect(all.length).toBeGreaterThan(10);
  expect(await page.getByRole('status').textContent()).toBe(`${all.length} entries`);

  const search = page.getByRole('searchbox');
  await search.fill('close');
  expect((await resultsOf(page))[0]).toBe('close_ticket');
  await search.fill('customers email');
  expect(await resultsOf(page)).toContain('find_customer');
  await search.fill('includeInternal');
  expect(await resultsOf(page)).toEqual(['list_comments']);
  expect(await page.getByRole('status').textContent()).toBe(`1 of ${all.length} entries`);
  await search.fill('tiket');
  expect((await resultsOf(page)).length).toBeGreaterThan(3);
  await search.fill('qqqq');
  expect(await resultsOf(page)).toEqual([]);
  expect(await page.locator('.none').isVisible()).toBe(true);
  await page.locator('.none .clear').click();
  expect(await resultsOf(page)).toEqual(all);
  expect(troubles).toEqual([]);
  await close();
});

browserTest('filters narrow the list, and stand in the address', async () => {
  const { page, troubles, close } = await visit(browser, address('example'));
  const all = await resultsOf(page);
  await page.getByLabel('Category').selectOption('knowledge');
  const isKnowledge = ({ semantics }: ToolModel) => semantics?.categories?.includes('knowledge') === true;
  expect(await resultsOf(page)).toEqual(namesWhere(isKnowledge));
  await page.getByLabel('Behaviour').selectOption('read-only');
  const both = await resultsOf(page);
  expect(both).toEqual(namesWhere((tool) => isKnowledge(tool) && tool.annotations?.['readOnlyHint'] === true));
  expect(both.length).toBeLessThan(namesWhere(isKnowledge).length);
  expect(new URL(page.url()).hash).toBe('#category=knowledge&hint=read-only');

  const again = await visit(browser, new URL(page.url()));
  expect(await resultsOf(again.page)).toEqual(both);
  await again.close();

  await page.locator('.controls .clear').click();
  expect(await resultsOf(page)).toEqual(all);
  expect(new URL(page.url()).hash).toBe('');
  await page.getByLabel('Risk').selectOption('high');
  expect(await resultsOf(page)).toEqual(namesWhere((tool) => riskOf(tool) === 'high'));
  await page.goto(`${address('example')}#position=source`);
  expect(await resultsOf(page)).toEqual(namesWhere(({ composition }) => composition?.pipeline_position === 'source'));
  await page.goto(`${address('example')}#capability=find_customer`);
  expect(await resultsOf(page)).toEqual(
    namesWhere(({ semantics }) => semantics?.capabilities?.some(({ type }) => type === 'find_customer') === true),
  );
  await page.goto(`${address('example')}#category=nobody%20knows&q=ticket`);
  expect((await resultsOf(page)).length).toBeGreaterThan(3);
  expect(troubles).toEqual([]);
  await close();
});

browserTest(
  'resources, templates and prompts are found beside tools, by what they are and by the scopes they need',
  async () => {
    const { page, troubles, close } = await visit(browser, address('full'));
    const all = await resultsOf(page);
    await page.getByRole('searchbox').fill('desk rules');
    expect(await resultsOf(page)).toEqual(['resources/desk=rules']);
    await page.getByRole('searchbox').fill('tone');
    expect(await resultsOf(page)).toEqual(['prompts/write=back']);
    await page.getByRole('searchbox').fill('pages');
    expect(await resultsOf(page)).toEqual(['resource-templates/letter']);
    await page.getByRole('searchbox').fill('');
    await page.getByLabel('Kind').selectOption('resource');
    expect(await resultsOf(page)).toEqual(['resources/desk=rules', 'resources/minutes']);
    expect(new URL(page.url()).hash).toBe('#kind=resource');
    await page.getByLabel('Kind').selectOption('');
    await page.getByLabel('Behaviour').selectOption('asks');
    expect(await resultsOf(page)).toEqual(['close_ticket', 'prompts/write=back']);
    await page.getByLabel('Behaviour').selectOption('long-running');
    expect(await resultsOf(page)).toEqual(['close_ticket']);
    await page.goto(`${address('full')}#scope=desk%3Awrite`);
    expect(await resultsOf(page)).toEqual(['prompts/write=back']);
    await page.goto(`${address('full')}#scope=desk%3Ause`);
    expect(await resultsOf(page)).toEqual(all);
    await page.locator('.results a', { hasText: 'Answer a letter' }).click();
    await page.waitForURL('**/prompts/**');
    await page.getByRole('link', { name: 'desk:write' }).click();
    await page.waitForURL('**/index.html#scope=desk%3Awrite');
    expect(await resultsOf(page)).toEqual(['prompts/write=back']);
    expect(troubles).toEqual([]);
    await close();
  },
);

browserTest('a keyboard is enough', async () => {
  const { page, troubles, close } = await visit(browser, address('example'));
  const focused = () => page.evaluate("document.activeElement.id || document.activeElement.getAttribute('href')");
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('#main');
  await page.keyboard.press('Enter');
  expect(await focused()).toBe('main');
  await page.keyboard.press('/');
  expect(await focused()).toBe('search');
  await page.keyboard.type('a/ticket');
  expect(await page.getByRole('searchbox').inputValue()).toBe('a/ticket');
  await page.keyboard.press('Escape');
  await page.keyboard.type('merge');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('tools/merge_tickets.html');
  expect(await page.evaluate("getComputedStyle(document.activeElement, '::after').outlineStyle")).toBe('solid');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('search');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/tools/merge_tickets.html');
  await page.keyboard.press('/');
  await page.waitForURL('**/index.html#search');
  expect(await focused()).toBe('search');
  expect(troubles).toEqual([]);
  await close();
});

browserTest('the theme is that of the system until the reader chooses, and then stays', async () => {
  const { page, troubles, close } = await visit(browser, address('example'), { colorScheme: 'dark' });
  const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const dark = await background();
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await background();
  expect(light).not.toBe(dark);
  await page.getByRole('button', { name: 'Use the dark theme' }).click();
  expect(await background()).toBe(dark);
  await page.goto(address('example', 'risk.html').href);
  expect(await background()).toBe(dark);
  await page.getByRole('button', { name: 'Use the light theme' }).click();
  expect(await background()).toBe(light);
  expect(troubles).toEqual([]);
  await close();
});

browserTest('without scripts everything is there', async () => {
  const { page, troubles, close } = await visit(browser, address('example'), { javaScriptEnabled: false });
  const { tools, resources, resourceTemplates, prompts } = exampleModel();
  const all = [...tools, ...resources, ...resourceTemplates, ...prompts];
  expect(await page.locator('.results > li').count()).toBe(all.length);
  expect(await page.locator('.controls').isVisible()).toBe(false);
  await page.locator('.results a', { hasText: 'merge_tickets' }).click();
  await page.waitForURL('**/tools/merge_tickets.html');
  expect(troubles).toEqual([]);
  await close();
});

/** What no text of a contract may have brought into a page. */
const strangeThings = `({
  pwned: 'pwned' in globalThis,
  scripts: document.querySelectorAll('script:not([src])').length,
  handlers: [...document.querySelectorAll('*')].filter((each) =>
    [...each.attributes].some(({ name }) => name.startsWith('on') || name === 'style'),
  ).length,
  images: [...document.images].filter(({ src }) => !src.startsWith('data:')).length,
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
})`;

const hostilePages = [...(await siteOf(hostileModel())).keys()].filter((path) => path.endsWith('.html'));
const pageOf = (folder: string) => hostilePages.find((path) => path.startsWith(`${folder}/`)) ?? '';

test('the hostile contract has a page of every kind but workflows', () => {
  const folders = ['tools', 'resources', 'resource-templates', 'prompts', 'schemas'];
  expect(folders.map(pageOf)).not.toContain('');
});

browserTest.each(hostilePages)('hostile: %s stays text', async (path) => {
  for (const width of [1280, 360]) {
    const { page, troubles, close } = await visit(browser, address('hostile', path), {
      viewport: { width, height: 800 },
    });
    if (path === 'index.html') {
      await page.getByRole('searchbox').fill('<script>');
      await page.getByRole('searchbox').fill('');
      await page.getByLabel('Category').selectOption(attacks.script);
      expect(await resultsOf(page)).toEqual(['+con']);
    }
    await page.waitForTimeout(50);
    const found = await page.evaluate(strangeThings);
    expect(found).toEqual({ pwned: false, scripts: 0, handlers: 0, images: 0, overflow: 0 });
    expect(troubles).toEqual([]);
    await close();
  }
});

browserTest('hostile: a description is shown as it stands', async () => {
  const { page, close } = await visit(browser, address('hostile', 'tools/+con.html'));
  const text = await page.locator('.exact blockquote').evaluate((element) => element.textContent ?? '');
  for (const attack of [
    attacks.script,
    attacks.image,
    attacks.breakOut,
    attacks.template,
    attacks.literal,
    attacks.entity,
  ]) {
    expect(text).toContain(attack);
  }
  expect(text).toContain('U+202E');
  expect(text).not.toContain('\u202e');
  await close();
});

largeTest('large: the search and the filters work on some 400 tools', async () => {
  const { page, troubles, close } = await visit(browser, address('large'));
  const all = await resultsOf(page);
  expect(all).toHaveLength(large?.tools.length ?? 0);
  await page.keyboard.press('/');
  await page.keyboard.type(String(large?.tools[7]?.['name']));
  expect((await resultsOf(page))[0]).toBe(String(large?.tools[7]?.['name']));
  await page.keyboard.press('Escape');
  await page.getByLabel('Behaviour').selectOption('read-only');
  const readOnly = await resultsOf(page);
  expect(readOnly.length).toBeGreaterThan(0);
  expect(readOnly.length).toBeLessThan(all.length);
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/tools/**');
  expect(troubles).toEqual([]);
  await close();
});

const kinds = [
  ['example', 'index.html'],
  ['example', 'risk.html'],
  ['example', 'composition.html'],
  ['example', 'schemas.html'],
  ['example', 'contract.html'],
  ['example', 'tools/create_ticket.html'],
  ['example', 'schemas/Ticket.html'],
  ['full', 'tools/get_ticket.html'],
  ['full', 'workflows.html'],
  ['full', 'workflows/settle.html'],
  ['example', 'tools/erase_customer.html'],
  ['full', 'index.html'],
  ['full', 'contract.html'],
  ['full', 'tools/close_ticket.html'],
  ['full', 'resources.html'],
  ['full', 'resources/desk=rules.html'],
  ['full', 'resource-templates/letter.html'],
  ['full', 'prompts.html'],
  ['full', 'prompts/write=back.html'],
  ['hostile', 'tools/+con.html'],
  ['hostile', pageOf('resources')],
  ['hostile', pageOf('resource-templates')],
  ['hostile', pageOf('prompts')],
] as const;

browserTest.each(kinds)('%s: %s is accessible, light and dark, wide and narrow', async (site, path) => {
  const { page, troubles, close } = await visit(browser, address(site, path));
  expect(await violationsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await violationsOf(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violationsOf(page)).toEqual([]);
  expect(troubles).toEqual([]);
  await close();
});

largeTest('large: the catalogue and a tool are accessible', async () => {
  const { page, troubles, close } = await visit(browser, address('large'));
  expect(await violationsOf(page)).toEqual([]);
  await page.locator('.results a').first().click();
  await page.waitForURL('**/tools/**');
  expect(await violationsOf(page)).toEqual([]);
  expect(troubles).toEqual([]);
  await close();
});

/** What axe-core finds, best practices included, as `rule: element`. */
async function violationsOf(page: Page): Promise<string[]> {
  // By the debugger, which the policy of the page does not concern.
  await page.evaluate(axe);
  const found = await page.evaluate('axe.run(document, { preload: false })');
  const { violations } = found as { violations: { id: string; nodes: { target: string[]; html: string }[] }[] };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
