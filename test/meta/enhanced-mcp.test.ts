import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagnosticCodes } from '../../src/diagnostics/catalogue.js';

/** The types of Enhanced MCP 2.0 (2025-07-13) that are about discovery, with their fields, and our definition of each. */
const specification: readonly { type: string; definition?: string; fields: readonly string[] }[] = [
  {
    type: 'EnhancedTool',
    definition: 'tool',
    fields: [
      ...['name', 'description', 'inputSchema', 'semantics', 'performance', 'dependencies', 'composition'],
      'documentation',
    ],
  },
  {
    type: 'ToolSemantics',
    definition: 'semantics',
    fields: ['ontology', 'categories', 'capabilities', 'side_effects', 'idempotent', 'deterministic'],
  },
  { type: 'Capability', definition: 'capability', fields: ['type', 'confidence', 'conditions', 'examples'] },
  { type: 'SideEffect', definition: 'sideEffect', fields: ['type', 'scope', 'reversible', 'risk_level'] },
  {
    type: 'CompositionHints',
    definition: 'composition',
    fields: ['composable_with', 'output_compatibility', 'pipeline_position', 'parallelizable', 'stateful'],
  },
  {
    type: 'ToolWorkflow',
    definition: 'workflow',
    fields: ['id', 'name', 'description', 'steps', 'error_handling', 'rollback_strategy'],
  },
  {
    type: 'WorkflowStep',
    definition: 'step',
    fields: ['tool', 'inputs', 'outputs', 'conditions', 'retry_policy'],
  },
  {
    type: 'PerformanceMetrics',
    definition: 'performance',
    fields: [
      ...['latency_p50_ms', 'latency_p95_ms', 'latency_p99_ms', 'throughput_rps', 'error_rate'],
      'resource_usage',
    ],
  },
  {
    type: 'ResourceUsage',
    definition: 'resourceUsage',
    fields: ['cpu_utilization', 'memory_usage_mb', 'network_io_kbps', 'disk_io_kbps'],
  },
  { type: 'Dependency', definition: 'dependency', fields: ['type', 'name', 'version', 'required', 'description'] },
  {
    type: 'Documentation',
    definition: 'documentation',
    fields: ['summary', 'details', 'examples', 'see_also', 'links'],
  },
  { type: 'Example', definition: 'example', fields: ['name', 'description', 'input', 'output', 'error'] },
  { type: 'VersionNegotiation', fields: ['protocolVersion', 'supportedFeatures', 'compatibilityMode'] },
];

interface Definitions {
  readonly $defs: Readonly<Record<string, { readonly properties: Readonly<Record<string, unknown>> }>>;
}

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/enhanced-mcp.md', root), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));
const manifest = JSON.parse(readFileSync(new URL('schemas/manifest.schema.json', root), 'utf8')) as Definitions;

test.each(specification)('$type: every field has a row', ({ type, fields }) => {
  const text = rows.filter((row) => row.startsWith(`| \`${type}`)).join('\n');
  expect(fields.filter((field) => !new RegExp(`\`(${type}\\.)?${field}\``).test(text))).toEqual([]);
});

test.each(specification)('$type: every field is in the manifest', ({ definition, fields }) => {
  if (definition === undefined) return expect(fields.length).toBeGreaterThan(0);
  expect(Object.keys(manifest.$defs[definition]?.properties ?? {})).toEqual(expect.arrayContaining([...fields]));
});

/** Areas that are being written: each goes from here when its diagnostics come. */
const coming = ['dependencies/*', 'examples/*'];

test('every diagnostic that the table names exists', () => {
  const named = [
    ...rows
      .join('\n')
      .matchAll(/`((?:names|text|schema|semantics|composition|workflow|dependencies|examples)\/[\w*-]+)`/g),
  ];
  const known = (code: string) =>
    coming.includes(code) ||
    (code.endsWith('/*')
      ? diagnosticCodes.some((each) => each.startsWith(code.slice(0, -1)))
      : (diagnosticCodes as readonly string[]).includes(code));
  expect(named.length).toBeGreaterThan(20);
  expect(named.flatMap(([, code = '']) => (known(code) ? [] : [code]))).toEqual([]);
});
