import { posix } from 'node:path';
import { dataFile } from '../paths.js';
import { dataPrefix } from '../search-data.js';
import { type Link, readPage } from './read-page.js';

/** What a browser may load for a page: files beside it, and images that stand in it. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

const beginning = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
`;

const outside = /^(?:https?:\/\/|mailto:)/;

const dataImage = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/;

/**
 * Reads every page and the data of the search again before a byte is written, as gate.ts does with modules: no element,
 * attribute or address that this project has not meant to be there, and no link to a page that is not. A failure is a bug of ours.
 */
export function assertSafeSite(files: ReadonlyMap<string, string>, ours: ReadonlySet<string>): void {
  for (const [path, text] of files) {
    if (ours.has(path)) continue;
    try {
      if (path.endsWith('.html')) assertPage(path, text, files);
      else if (path === dataFile) assertData(text);
      else throw new Error('nobody knows this kind of file');
    } catch (error) {
      throw new Error(`docs/${path} would not be safe: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function assertPage(path: string, text: string, files: ReadonlyMap<string, string>): void {
  // It stands before anything that a browser would load.
  if (!text.startsWith(beginning)) throw new Error('its policy is another one');
  const page = readPage(text);
  const lost = page.references.find((id) => !page.ids.has(id));
  if (lost !== undefined) throw new Error(`it refers to an id ${lost} that is not there`);
  for (const link of page.links) {
    if (!isAllowed(link, path, page.ids, files)) throw new Error(`<${link.element}> leads to ${link.url.slice(0, 80)}`);
  }
}

function isAllowed(
  { element, rel, url }: Link,
  from: string,
  ids: ReadonlySet<string>,
  files: ReadonlyMap<string, string>,
) {
  if (element === 'img' || rel === 'icon') return dataImage.test(url);
  if (element === 'a' && outside.test(url)) return true;
  if (!/^[\w.+/%#~!$&'()*,;=@-]+$/.test(url)) return false;
  const [file = '', anchor] = url.split('#');
  // What follows the hash of another page may be a state of the catalogue.
  if (file === '') return element === 'a' && ids.has(decodeURIComponent(anchor ?? ''));
  const target = posix.normalize(posix.join(posix.dirname(from), decodeURIComponent(file)));
  const ending = element === 'a' ? '.html' : element === 'link' ? '.css' : '.js';
  return target.endsWith(ending) && files.has(target);
}

/** One assignment of lists of strings, in JSON. */
function assertData(text: string): void {
  if (!text.startsWith(dataPrefix) || !text.endsWith(';\n')) throw new Error('it is no assignment');
  if (/[<>\u2028\u2029]/.test(text)) throw new Error('it holds what looks like markup or a line end');
  const data: unknown = JSON.parse(text.slice(dataPrefix.length, -2));
  if (!isStrings(data, 3)) throw new Error('it holds something else than lists of strings');
}

function isStrings(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return true;
  return depth > 0 && Array.isArray(value) && value.every((each) => isStrings(each, depth - 1));
}
