import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { JsonObject } from '../../../src/json.js';

const folder = new URL('../../../../shared/corpus/tools/', import.meta.url);

/** A schema of a tool of a published server. */
export interface CorpusSchema {
  readonly corpus: string;
  readonly place: string;
  readonly side: 'input' | 'output';
  readonly schema: JsonObject;
}

interface Corpus {
  readonly tools?: readonly { readonly inputSchema?: JsonObject; readonly outputSchema?: JsonObject }[];
}

/** The schemas of all corpora; none where ../shared is absent. */
export function corpusSchemas(): readonly CorpusSchema[] {
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return files.flatMap((file) => {
    const { tools = [] } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Corpus;
    return tools.flatMap(({ inputSchema, outputSchema }, index) =>
      [
        { side: 'input' as const, schema: inputSchema },
        { side: 'output' as const, schema: outputSchema },
      ].flatMap(({ side, schema }) =>
        schema === undefined
          ? []
          : [{ corpus: file.replace('.json', ''), place: `${file}/${index}.${side}`, side, schema }],
      ),
    );
  });
}
