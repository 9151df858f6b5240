import type { Span } from '../../diagnostics/diagnostic.js';
import { isJsonObject, type JsonPath, type JsonValue } from '../../json.js';
import type { Model } from '../../model/model.js';
import type { Contract } from '../lint/contract.js';
import { defineRule } from '../lint/rule.js';
import { hiddenInstruction, type Instruction } from '../texts/instructions.js';

export const hiddenInstructions = defineRule({
  id: 'hidden-instructions',
  summary: 'Texts describe a tool; they give the model no orders that its user would not.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'error' },
  *check(contract) {
    const known = read.get(contract.model) ?? new Map<string, Instruction | undefined>();
    read.set(contract.model, known);
    for (const { owner, value, locate } of textsOf(contract)) {
      for (const { text, path } of stringsIn(value, [])) {
        if (!known.has(text)) known.set(text, hiddenInstruction(text));
        const found = known.get(text);
        if (found === undefined) continue;
        yield {
          message: `a text of ${owner} ${found.what}: ${JSON.stringify(found.words)}`,
          span: locate(path),
          help: 'describe what the tool does, and leave it to the user and the host how to behave; when the text is not yours, do not trust the tool',
        };
      }
    }
  },
});

/** The same text stands in many tools of a contract. */
const read = new WeakMap<Model, Map<string, Instruction | undefined>>();

interface Texts {
  /** `the tool "create_ticket"`. */
  readonly owner: string;
  readonly value: JsonValue;
  readonly locate: (path: JsonPath) => Span;
}

/** All that models may read of a contract. */
function textsOf({ tools, workflows, shared }: Contract): Texts[] {
  const callables = [...tools, ...workflows].map(({ entry, name, declaration, locate }): Texts => {
    return { owner: `the ${entry.kind} ${JSON.stringify(name)}`, value: declaration as unknown as JsonValue, locate };
  });
  return [
    ...callables,
    ...shared.map(({ schema }) => ({ owner: schema.label, value: schema.root, locate: schema.locate })),
  ];
}

/** Hosts keep these from the model. */
const unread: ReadonlySet<string> = new Set(['_meta', 'icons', 'unsafe_text']);

function* stringsIn(value: JsonValue, path: JsonPath): Generator<{ text: string; path: JsonPath }> {
  if (typeof value === 'string') yield { text: value, path };
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* stringsIn(item, [...path, index]);
  } else if (isJsonObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      if (path.length > 0 || !unread.has(key)) yield* stringsIn(member, [...path, key]);
    }
  }
}
