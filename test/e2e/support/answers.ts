import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { JsonObject } from '../../../src/json.js';
import { bySection, type Lists } from './sections.js';

/** What a server answered to `tools/list` and its like: a real one, or one that was made up for these tests. */
export interface Answer extends Lists {
  readonly name: string;
  readonly url: URL;
  readonly text: string;
  /** Which published server it is, where the file says so. */
  readonly origin?: string;
}

/** Answers of real servers lie beside a developer's checkout; the repository itself has two that were made up. */
const realFolder = new URL('../../../../shared/corpus/tools/', import.meta.url);
const madeUpFiles = ['../answers/roots.json', '../../import/answers/library.json'];

export const realAnswers: readonly Answer[] = existsSync(realFolder)
  ? readdirSync(realFolder)
      .sort()
      .map((file) => readAnswer(new URL(file, realFolder)))
  : [];
export const madeUpAnswers: readonly Answer[] = madeUpFiles.map((path) => readAnswer(new URL(path, import.meta.url)));
export const answers: readonly Answer[] = [...realAnswers, ...madeUpAnswers];

/** What legacy clients are shown of the output schemas in `answers/roots.json` whose root is not an object: written by hand. */
export const legacyRoots = JSON.parse(
  readFileSync(new URL('../answers/roots.legacy.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, JsonObject>>;

function readAnswer(url: URL): Answer {
  const text = readFileSync(url, 'utf8');
  const json = JSON.parse(text) as Partial<Lists> & { package?: string; version?: string };
  const name =
    url.pathname
      .split('/')
      .at(-1)
      ?.replace(/\.json$/, '') ?? '';
  const answer = { name, url, text, ...bySection((section) => json[section] ?? []) };
  return json.package === undefined ? answer : { ...answer, origin: `${json.package} ${json.version ?? ''}`.trim() };
}

/** Whether a server has more than tools. */
export function offersMore({ resources, resourceTemplates, prompts }: Lists): boolean {
  return [resources, resourceTemplates, prompts].some((list) => list.length > 0);
}
