import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { analyse, compile } from '../../src/compile.js';
import { assertWellFormed } from '../../src/emit/code/gate.js';
import { emitSchemas } from '../../src/emit/tools/emit-schemas.js';
import { emitTool } from '../../src/emit/tools/emit-tool.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import type { JsonValue } from '../../src/json.js';
import type { Model } from '../../src/model/model.js';
import { anything, mutate, mutation, schema, seedTools, text } from './contracts.js';
import { enhancedManifest } from './enhanced.js';
import { feedingManifest } from './feeding.js';

// Any failure is a finding: nothing throws, hangs, or makes a module that does not parse. The counts add up to 12,000;
// `FUZZ_TIMES=20 npx vitest run test/properties` looks longer.

const times = Number(process.env['FUZZ_TIMES'] ?? 1);

const config = 'mcpgen: 1\nserver: { name: a, version: 1.0.0 }\n';

/** Checks a manifest and makes its modules; gives how often that went through. */
function build(manifest: string | Uint8Array): Model | undefined {
  const { model, diagnostics } = analyse(createMemoryHost({ 'mcpgen.yaml': config, 'manifests/a.yaml': manifest }));
  if (model === undefined) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  else assertWellFormed([...emitSchemas(model), ...model.tools.map((tool) => emitTool(model, tool))]);
  return model;
}

const toText = (value: JsonValue) => JSON.stringify(value);

test(
  'made-up schemas',
  () => {
    let accepted = 0;
    fc.assert(
      fc.property(schema, schema, fc.boolean(), (input, shared, isOutput) => {
        const object = { type: 'object', properties: { a: input } };
        const tool = {
          name: 'a_tool',
          inputSchema: object,
          ...(isOutput ? { outputSchema: { $ref: '#/schemas/A' } } : {}),
        };
        if (build(toText({ tools: [tool], schemas: { A: shared } })) !== undefined) accepted++;
      }),
      { numRuns: 3_750 * times },
    );
    // Otherwise only refusals are tested.
    expect(accepted).toBeGreaterThan(370 * times);
  },
  120_000 * times,
);

test(
  'real tools with a few changes',
  () => {
    const tools = seedTools();
    let accepted = 0;
    fc.assert(
      fc.property(fc.constantFrom(...tools), fc.array(mutation, { minLength: 1, maxLength: 3 }), (tool, mutations) => {
        const changed = mutations.reduce<JsonValue>(mutate, tool);
        if (build(toText({ tools: [changed] })) !== undefined) accepted++;
      }),
      { numRuns: 3_750 * times },
    );
    expect(accepted).toBeGreaterThan(370 * times);
  },
  120_000 * times,
);

test(
  'tools that feed one another, and workflows over them, with a few changes',
  () => {
    let accepted = 0;
    const withWorkflows = new Set<string>();
    const changes = fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(mutation, { minLength: 1, maxLength: 2 }) },
    );
    fc.assert(
      fc.property(fc.oneof(feedingManifest, enhancedManifest), changes, (manifest, mutations) => {
        const model = build(toText(mutations.reduce<JsonValue>(mutate, manifest)));
        if (model === undefined) return;
        accepted++;
        for (const { steps } of model.workflows) withWorkflows.add(JSON.stringify(steps));
      }),
      { numRuns: 480 * times },
    );
    expect(accepted).toBeGreaterThan(100 * times);
    expect(withWorkflows.size).toBeGreaterThan(50 * times);
  },
  120_000 * times,
);

test(
  'the same, built as a whole',
  async () => {
    let built = 0;
    await fc.assert(
      fc.asyncProperty(feedingManifest, async (manifest) => {
        const host = createMemoryHost({ 'mcpgen.yaml': config, 'manifests/a.yaml': toText(manifest) });
        const { diagnostics, files } = await compile(host);
        if (files === undefined) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
        else built++;
      }),
      { numRuns: 20 * times },
    );
    expect(built).toBe(20 * times);
  },
  120_000 * times,
);

test(
  'anything as a manifest, a tool or a schema',
  () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('manifest', 'tools', 'tool', 'schema'), (value, place) => {
        const manifest =
          place === 'manifest'
            ? value
            : place === 'tools'
              ? { tools: value, schemas: value }
              : { tools: [place === 'tool' ? value : { name: 'a', inputSchema: value }] };
        build(toText(manifest));
      }),
      { numRuns: 2_000 * times },
    );
  },
  120_000 * times,
);

test(
  'bytes and lines of YAML, whole and broken',
  () => {
    const line = fc.oneof(
      fc.constantFrom(
        'tools:',
        '- name: a',
        '  inputSchema:',
        '    type: object',
        '---',
        '%YAML 1.1',
        '&a x',
        '*a',
        '? k',
        ': v',
        '|',
        '>-',
      ),
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        "'",
        '!!binary x',
        '<<: *a',
        '\t',
        '#',
        '- - -',
        'a: b: c',
        '@',
        '`',
        '&a [*a]',
      ),
      text,
    );
    const lines = fc.array(fc.tuple(fc.constantFrom('', '  ', '    ', '\t'), line), { maxLength: 12 });
    const yaml = fc.oneof(
      lines.map((all) => all.map((each) => each.join('')).join('\n')),
      fc.uint8Array({ maxLength: 80 }),
      fc.string({ unit: 'binary', maxLength: 80 }),
      anything.map((value) => stringify({ tools: [value] })),
    );
    fc.assert(
      fc.property(yaml, (manifest) => {
        build(manifest);
      }),
      { numRuns: 1_500 * times },
    );
  },
  120_000 * times,
);

test(
  'anything as mcpgen.yaml',
  () => {
    fc.assert(
      fc.property(
        anything,
        fc.constantFrom('server', 'limits', 'output', 'environment', 'targets', ''),
        (value, key) => {
          const whole = { mcpgen: 1, server: { name: 'a', version: '1' } };
          const text = toText(key === '' ? value : { ...whole, [key]: value });
          analyse(createMemoryHost({ 'mcpgen.yaml': text, 'manifests/a.yaml': 'tools: []' }));
        },
      ),
      { numRuns: 500 * times },
    );
  },
  120_000 * times,
);
