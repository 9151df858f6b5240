import { createHash } from 'node:crypto';
import type { ToolNames } from './model.js';
import { reservedWords } from './reserved-words.js';

/** Base names that Windows gives to devices, or that module resolution treats as a folder's own. */
const reservedFileNames = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$|index)$/i;

/**
 * The map from wire names to file names, without extension. Injective, since `+` is no character of a wire name:
 * - `.` becomes `+`, so that no name ends in what looks like an extension (`foo.d` would make a declaration file);
 * - a reserved base name gets a leading `+`.
 * Letters keep their case; two names that differ in case alone are refused, for file systems that fold it.
 */
export function fileNameOf(wireName: string): string {
  const base = wireName.replaceAll('.', '+');
  return reservedFileNames.test(base) ? `+${base}` : base;
}

/** In characters, extension apart: every file system has room for it. */
const widest = 100;

/**
 * The map of names that are any printable text (resources, templates, prompts) to file names. Injective:
 * - a name that a tool could have is mapped as a tool's is (`fileNameOf`);
 * - in all others a blank becomes `=`, and any other character that names of tools do not have `~<code point in hex>~`;
 * - what would be longer than 100 characters is cut, and ends in `@` and 128 bits of the name's SHA-256.
 */
export function fileNameOfText(name: string): string {
  const mapped = [...name]
    .map((each) => {
      if (/^[A-Za-z0-9_.-]$/.test(each)) return each;
      return each === ' ' ? '=' : `~${(each.codePointAt(0) ?? 0).toString(16)}~`;
    })
    .join('');
  const file = fileNameOf(mapped);
  if (file.length <= widest) return file;
  return `${file.slice(0, 60)}@${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
}

/**
 * camelCase, PascalCase and file name of a resource, a template or a prompt. Letters lose their accents in identifiers; those beyond
 * ASCII become their code points, such as `U65E5`. Two of one kind for which one of the three is equal are refused.
 */
export function textNames(name: string): ToolNames {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (each) => (/[\p{L}\p{N}]/u.test(each) ? ` U${codeOf(each)} ` : ' '));
  const pascal = pascalCase(ascii);
  return { file: fileNameOfText(name), camel: camelCase(pascal), pascal };
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
}

/** camelCase, PascalCase and file name of a tool. Two tools for which one of them is equal are refused. */
export function toolNames(wireName: string): ToolNames {
  const pascal = pascalCase(wireName);
  return { file: fileNameOf(wireName), camel: camelCase(pascal), pascal };
}

/** `create_ticket`, `create-ticket` and `createTicket` become `CreateTicket`; a leading digit is kept behind `_`. */
export function pascalCase(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(joined) ? joined : `_${joined}`;
}

/** Leading capitals that form one word go down together: `URLParse` becomes `urlParse`, `GetURL` becomes `getURL`. */
function camelCase(pascal: string): string {
  return pascal.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
}

/** The type of a shared schema: its name in PascalCase, with a suffix where that would hide something global. */
export function typeNameOf(schemaName: string): string {
  const pascal = pascalCase(schemaName);
  return reservedWords.has(pascal) ? `${pascal}Schema` : pascal;
}

/** The types that are named after a resource, a template or a prompt. */
export function typeNamesOfOffer(
  kind: 'resource' | 'resourceTemplate' | 'prompt',
  pascal: string,
): { readonly handler: string; readonly values?: string; readonly ask?: string } {
  if (kind === 'resource') return { handler: `${pascal}ResourceHandler` };
  if (kind === 'prompt')
    return { values: `${pascal}PromptArguments`, handler: `${pascal}PromptHandler`, ask: `${pascal}PromptAsk` };
  return { values: `${pascal}TemplateVariables`, handler: `${pascal}TemplateHandler` };
}

/** The types that are named after a tool; `declareTypes` adds local ones that start with the first two. */
export function typeNamesOfTool(pascal: string): Readonly<Record<'input' | 'output' | 'handler' | 'ask', string>> {
  return { input: `${pascal}Input`, output: `${pascal}Output`, handler: `${pascal}Handler`, ask: `${pascal}Ask` };
}
