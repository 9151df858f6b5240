import { readFileSync } from 'node:fs';
import { Client } from '@modelcontextprotocol/client';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CORE_EXTENSION } from '../../src/runtime/core.js';
import { DISCOVERY_EXTENSION } from '../../src/runtime/discovery.js';
import { ERAS } from '../runtime/support/contract.js';
import { specification } from '../support/specification.js';
import { type BuiltProject, buildProject, CARRIERS, fixture, reach } from './support/built-project.js';

/** A contract that uses every field of the discovery section, as clients of all kinds find it again: issue 4, done-when 1. */
const files = fixture('every-field');
const manifest = parse(files['manifests/tools.yaml'] ?? '') as { tools: readonly Record<string, unknown>[] };
const { workflows } = parse(files['manifests/workflows.yaml'] ?? '') as { workflows: readonly unknown[] };
const full = manifest.tools.find(({ name }) => name === 'get_order') ?? {};
const { semantics, performance, dependencies, composition, documentation } = full;
/** What the author wrote about `get_order`, which leaves nothing out, so that nothing is completed. */
const written = { semantics, performance, dependencies, composition, documentation };

let project: BuiltProject;
beforeAll(async () => {
  project = await buildProject(files);
});
afterAll(() => project.remove());

const ways = ERAS.flatMap((era) => CARRIERS.map((carrier) => ({ era, carrier })));

/** What stands in a value at the place of each type, by the definitions of the manifest's JSON Schema. */
function membersByType(): Map<string, Set<string>> {
  const schema = JSON.parse(readFileSync(new URL('../../schemas/manifest.schema.json', import.meta.url), 'utf8'));
  const found = new Map<string, Set<string>>();
  const visit = (value: unknown, { $ref, items, additionalProperties, ...own }: Record<string, unknown>): void => {
    const name = typeof $ref === 'string' ? $ref.slice('#/$defs/'.length) : undefined;
    const { properties = {}, ...more } = name === undefined ? own : schema.$defs[name];
    if (Array.isArray(value)) {
      for (const item of value) visit(item, (items ?? more.items ?? {}) as Record<string, unknown>);
    } else if (typeof value === 'object' && value !== null) {
      const members = found.get(name ?? '') ?? new Set();
      found.set(name ?? '', members);
      for (const [key, member] of Object.entries(value)) {
        members.add(key);
        visit(member, (properties[key] ?? additionalProperties ?? {}) as Record<string, unknown>);
      }
    }
  };
  visit(manifest.tools, { items: { $ref: '#/$defs/tool' } });
  visit(workflows, { items: { $ref: '#/$defs/workflow' } });
  return found;
}

test('the contract uses every field of every type', () => {
  const used = membersByType();
  const unused = specification.flatMap(({ type, definition, fields }) =>
    definition === undefined
      ? []
      : fields.filter((field) => used.get(definition)?.has(field) !== true).map((field) => `${type}.${field}`),
  );
  expect(unused).toEqual([]);
});

test.each(ways)('$era over $carrier: a standard client is served every field as it was written', async (way) => {
  await using server = await reach(project, way.carrier);
  const mode = way.era === 'modern' ? { pin: '2026-07-28' } : ('legacy' as const);
  const client = new Client({ name: 'standard', version: '1.0.0' }, { versionNegotiation: { mode } });
  await client.connect(server.transport);

  const { tools } = await client.listTools();
  const payloads = new Map(tools.map(({ name, _meta }) => [name, _meta?.[DISCOVERY_EXTENSION]]));
  expect(JSON.stringify(payloads.get('get_order'))).toBe(JSON.stringify(written));
  expect(payloads.get('ping')).toBeUndefined();
  expect(payloads.get('cancel_order')).toEqual({
    semantics: {
      categories: [],
      capabilities: [],
      side_effects: [{ type: 'data_modification', scope: 'orders', reversible: false, risk_level: 'critical' }],
      idempotent: true,
    },
    dependencies: [],
    composition: { composable_with: [], output_compatibility: [], pipeline_position: 'any' },
  });
  const schemaOf = (area: string) =>
    JSON.parse(readFileSync(new URL(`../../docs/extensions/${area}.schema.json`, import.meta.url), 'utf8'));
  const isDiscovery = new Ajv2020({ strict: false }).compile(schemaOf('discovery'));
  expect([...payloads.values()].filter((each) => each !== undefined && !isDiscovery(each))).toEqual([]);

  const extensions = client.getServerCapabilities()?.extensions;
  expect(extensions).toEqual({
    [CORE_EXTENSION]: {
      protocolVersion: '2.0',
      supportedFeatures: ['discovery'],
      compatibilityMode: 'enhanced',
      tools: true,
    },
    [DISCOVERY_EXTENSION]: {},
  });
  expect(new Ajv2020({ strict: false }).compile(schemaOf('core'))(extensions?.[CORE_EXTENSION])).toBe(true);
  const answer = await client.callTool({ name: 'get_order', arguments: { id: 'ORD-2' } });
  expect(answer.structuredContent).toEqual({ id: 'ORD-2', pages: 320, status: 'printed' });
  await client.close();
});

test.each(ways)('$era over $carrier: so does the generated client', async ({ era, carrier }) => {
  await using server = await reach(project, carrier);
  const client = await project.createClient(server.transport, { era });
  expect(client.era).toBe(era);
  expect(client.enhanced).toEqual({
    protocolVersion: '2.0',
    features: ['discovery'],
    compatibilityMode: 'enhanced',
    server: {
      protocolVersion: '2.0',
      supportedFeatures: ['discovery'],
      compatibilityMode: 'enhanced',
      tools: true,
    },
    issues: [],
  });
  const tools = await client.discover();
  expect(tools.map(({ name }) => name)).toEqual(project.model.tools.map(({ name }) => name));
  expect(tools.flatMap(({ issues }) => issues)).toEqual([]);
  const order = tools.find(({ name }) => name === 'get_order');
  expect(JSON.stringify(order?.discovery)).toBe(JSON.stringify(written));
  expect(await client.verifyContract()).toMatchObject({ matches: true });
  await client.close();
});
