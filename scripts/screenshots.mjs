// The pictures of the README, taken of generated/docs: `npm run build && node scripts/screenshots.mjs`. The browser comes as a package and
// is built for Linux.
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as launcher } from 'playwright-core';

const site = new URL('../generated/docs/', import.meta.url);
const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
const largest = 300_000;

const pictures = [
  { name: 'catalogue', page: 'index.html', height: 900, colorScheme: 'light' },
  { name: 'tool', page: 'tools/merge_tickets.html', height: 900, colorScheme: 'dark' },
  { name: 'graph', page: 'composition.html', height: 720, colorScheme: 'light' },
  { name: 'workflow', page: 'workflows/report_problem.html', height: 900, colorScheme: 'dark' },
];

const executablePath = await chromium.executablePath();
// The same typeface on every machine: the one that comes with the browser, and for code what the machine has.
const fonts = join(tmpdir(), 'mcpgen-fonts.conf');
writeFileSync(
  fonts,
  `<?xml version="1.0"?><fontconfig><dir>${join(tmpdir(), 'fonts')}</dir><dir>/usr/share/fonts</dir>
<alias binding="strong"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
<alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
<cachedir>${join(tmpdir(), 'mcpgen-fonts')}</cachedir></fontconfig>\n`,
);
if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
const browser = await launcher.launch({
  executablePath,
  args: ['--no-sandbox', '--headless=shell', '--disable-gpu', '--disable-background-networking'],
  env: { ...process.env, FONTCONFIG_FILE: fonts },
});
for (const { name, page: path, height, colorScheme } of pictures) {
  const context = await browser.newContext({ viewport: { width: 1280, height }, colorScheme });
  const page = await context.newPage();
  await page.goto(new URL(path, site).href);
  const file = join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  await context.close();
  const { size } = statSync(file);
  console.log(`${name}.png: ${Math.round(size / 1000)} kB`);
  if (size > largest) throw new Error(`${name}.png is too large for a README`);
}
await browser.close();
