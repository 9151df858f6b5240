import type { SourceFile } from '../diagnostics/source-file.js';
import type { BuildMemory } from '../memory/build-memory.js';
import { type ParseFiles, parseFiles } from './parse-files.js';
import type { ParsedYaml } from './parse-yaml.js';
import { SourceDoc, type SourceRecord } from './source-doc.js';

/** A record as JSON: its rows in base64. */
interface SourceMemory {
  readonly value: SourceRecord['value'];
  readonly names: readonly string[];
  readonly rows: string;
}

/** Parses only files whose text no build has parsed before without a word to say about it. */
export function parseRemembered(memory: BuildMemory, parse: ParseFiles = parseFiles): ParseFiles {
  const section = memory.section<SourceMemory>('sources');
  return (files, limits, deadline) => {
    const known = new Map<SourceFile, ParsedYaml>();
    for (const file of files) {
      const found = section.get(file.digest);
      if (found !== undefined) known.set(file, fromMemory(file, found));
    }
    const unknown = files.filter((file) => !known.has(file));
    for (const [index, parsed] of parse(unknown, limits, deadline).entries()) {
      const file = unknown[index];
      if (file === undefined) continue;
      known.set(file, parsed);
      if (parsed.rest !== undefined && parsed.diagnostics.length === 0) section.set(file.digest, toMemory(parsed.rest));
    }
    return files.flatMap((file) => known.get(file) ?? []);
  };
}

function fromMemory(file: SourceFile, { value, names, rows }: SourceMemory): ParsedYaml {
  const bytes = Buffer.from(rows, 'base64');
  const table = new Int32Array(bytes.length / Int32Array.BYTES_PER_ELEMENT);
  new Uint8Array(table.buffer).set(bytes);
  const doc = SourceDoc.from(file, { value, places: { rows: table, names } });
  return { ok: true, value: doc, diagnostics: [], rest: doc };
}

function toMemory(doc: SourceDoc): SourceMemory {
  const { value, places } = doc.toRecord();
  const { rows, names } = places;
  return { value, names, rows: Buffer.from(rows.buffer).toString('base64') };
}
