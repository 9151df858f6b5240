import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium as launcher, type Page } from 'playwright-core';

/** The browser comes as a package, and is built for Linux. */
export const hasBrowser = process.platform === 'linux' && process.arch === 'x64';

export async function openBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  if (!existsSync(executablePath)) throw new Error('the browser was not unpacked');
  return launcher.launch({
    executablePath,
    args: ['--no-sandbox', '--headless=shell', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A page of a reader, and everything that must not happen to one. */
export interface Visit {
  readonly page: Page;
  readonly close: () => Promise<void>;
  /** Errors, messages in the console, dialogs, and requests for anything but files beside the page. */
  readonly troubles: readonly string[];
}

export async function visit(browser: Browser, url: URL, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  const folder = new URL('.', url).href.replace(
    /(?:tools|workflows|schemas|resources|resource-templates|prompts)\/$/,
    '',
  );
  page.on('console', (message) => troubles.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(folder) && !request.url().startsWith('data:'))
      troubles.push(`request: ${request.url()}`);
  });
  page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()}`));
  await page.goto(url.href);
  return { page, troubles, close: () => context.close() };
}
