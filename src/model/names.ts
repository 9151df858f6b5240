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

/** Every type that a tool's module declares; `declareTypes` adds local ones that start with the first two. */
export function typeNamesOfTool(pascal: string): readonly string[] {
  return ['Input', 'Output', 'Handler'].map((suffix) => pascal + suffix);
}
