import { readFileSync } from 'node:fs';
import { packageRoot } from '../../../src/host/package-assets.js';

/** What a page or an asset of the site holds that a contract may not bring in: looked for without the reader that the build has. */
export function faultsOfSite(path: string, text: string): string[] {
  if (path.endsWith('.html')) return faultsOfPage(text);
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'tools.js') return isData(text) ? [] : ['tools.js is more than data'];
  const shipped = readFileSync(`${packageRoot}/templates/site/assets/${name}`, 'utf8');
  return text === shipped ? [] : [`${name} is not what ships with the compiler`];
}

/** Text of a contract is escaped, so that every `<` in a page opens a tag of ours. */
function faultsOfPage(text: string): string[] {
  const faults: string[] = [];
  for (const [tag = ''] of text.matchAll(/<[^>]*>/g)) {
    const names = tag.replaceAll(/"[^"]*"/g, '""');
    if (/^<script/i.test(tag) && !/^<script src="[./]*assets\/[a-z]+\.js"( defer)?>$/.test(tag)) faults.push(tag);
    if (/^<(iframe|object|embed|base|style|template)\b/i.test(tag)) faults.push(tag);
    if (/[\s/"]on[a-z]+\s*=/i.test(names) || /[\s/"]style\s*=/i.test(names)) faults.push(tag);
    for (const [, value = ''] of tag.matchAll(/\b(?:href|src|action|formaction)="([^"]*)"/gi)) {
      if (/^\s*[a-z][a-z0-9+.-]*:/i.test(value) && !/^(https?:\/\/|data:image\/)/.test(value)) faults.push(tag);
    }
  }
  return faults;
}

/** An assignment of JSON, and nothing after it. */
function isData(text: string): boolean {
  const [, json] = /^globalThis\.mcpgenTools = (\[[\s\S]*\]);\n$/.exec(text) ?? [];
  if (json === undefined) return false;
  try {
    return Array.isArray(JSON.parse(json));
  } catch {
    return false;
  }
}
