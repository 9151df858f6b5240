import fc from 'fast-check';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { analyse } from '../../src/compile.js';
import { emitContract } from '../../src/emit/contract/emit-contract.js';
import { emitSchemas } from '../../src/emit/tools/emit-schemas.js';
import { emitTool } from '../../src/emit/tools/emit-tool.js';
import { emitToolList } from '../../src/emit/tools/emit-tool-list.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import type { JsonObject, JsonValue } from '../../src/json.js';
import type { Model } from '../../src/model/model.js';
import { toolDefinition } from '../../src/model/tool-definition.js';
import { json } from '../../src/runtime/json-text.js';
import { anything, mutate, mutation, seedTools, text } from './contracts.js';

const config = 'mcpgen: 1\nserver: { name: a, version: 1.0.0 }\n';

function modelOf(files: Readonly<Record<string, JsonValue>>): Model | undefined {
  const texts = Object.entries(files).map(([name, value]) => [`manifests/${name}`, JSON.stringify(value)]);
  return analyse(createMemoryHost({ 'mcpgen.yaml': config, ...Object.fromEntries(texts) })).model;
}

/** What the module of all tools evaluates to when it runs: the definition of the first, and its name. */
function evaluate(source: string): unknown {
  const module = ts.ModuleKind.CommonJS;
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module, target: ts.ScriptTarget.ES2023 } });
  const exports: { tools?: readonly unknown[] } = {};
  const lazyDescriptor = (name: string, define: () => object): object => ({ name, ...define() });
  new Function('exports', 'require', outputText)(exports, () => ({ json, lazyDescriptor }));
  return exports.tools?.[0];
}

test('what a module says is what the model says, whatever the texts', () => {
  const texts = fc.oneof(
    text,
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', minLength: 60, maxLength: 90 }),
  );
  let compared = 0;
  fc.assert(
    fc.property(
      texts,
      texts,
      anything,
      fc.dictionary(texts, anything, { maxKeys: 4 }),
      (description, title, value, members) => {
        const properties = { a: { title, description, default: value, examples: [members], 'x-data': members } };
        const inputSchema = { type: 'object', properties, $comment: title };
        // Texts that hide something are fine here: this is about writing them down.
        const unsafe_text = { allow: true, reason: 'the test makes them' };
        const model = modelOf({
          'a.yaml': { tools: [{ name: 'a_tool', title, description, inputSchema, unsafe_text }] },
        });
        const [tool] = model?.tools ?? [];
        if (model === undefined || tool === undefined) return;
        compared++;
        expect(evaluate(emitToolList(model).text)).toEqual(toolDefinition(tool));
        // As JSON has it, in which there is no infinity and no negative zero.
        const written = JSON.parse(JSON.stringify({ name: 'a_tool', title, description, inputSchema })) as JsonValue;
        expect(toolDefinition(tool)).toEqual(written);
      },
    ),
    { numRuns: 1_000 },
  );
  expect(compared).toBeGreaterThan(300);
});

test('the output does not know in which files, in which order, and with which order of members tools were written', () => {
  const seeds = seedTools();
  let compared = 0;
  const tools = fc.uniqueArray(fc.tuple(fc.constantFrom(...seeds), fc.option(mutation, { freq: 1 })), {
    minLength: 2,
    maxLength: 4,
    selector: ([tool]) => String(tool['name']).toLowerCase(),
  });
  fc.assert(
    fc.property(tools, fc.nat(), (chosen, seed) => {
      const changed = chosen.map(([tool, change]) => (change === null ? tool : mutate(tool, change)) as JsonObject);
      const together = modelOf({ 'tools.yaml': { tools: changed } });
      const apart = modelOf(
        Object.fromEntries(
          changed.reverse().map((tool, i) => [`${(seed + i * 7) % 10}-${i}.json`, { tools: [reversed(tool)] }]),
        ),
      );
      expect(apart === undefined).toBe(together === undefined);
      if (together === undefined || apart === undefined) return;
      compared++;
      expect(outputOf(apart)).toEqual(outputOf(together));
    }),
    { numRuns: 600 },
  );
  expect(compared).toBeGreaterThan(50);
});

/** Its members in the opposite order. What is in them keeps its own: the order of properties is the author's to choose. */
function reversed(tool: JsonObject): JsonObject {
  return typeof tool === 'object' && tool !== null && !Array.isArray(tool)
    ? (Object.fromEntries(Object.entries(tool).reverse()) as JsonObject)
    : tool;
}

function outputOf(model: Model): string[] {
  const files = [
    emitContract(model),
    ...emitSchemas(model),
    emitToolList(model),
    ...model.tools.map((tool) => emitTool(model, tool)),
  ];
  return files.map((file) => `${file.path}\n${file.text}`);
}
