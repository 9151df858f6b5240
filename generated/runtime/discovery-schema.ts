// Copied by mcpgen from its tested runtime. Do not edit.

import type { PayloadSchema } from './payload.js';

/** What `docs/extensions/discovery.schema.json` says, without its words: a payload under `org.enhanced-mcp/discovery` satisfies it. */
export const discoverySchema: PayloadSchema = {
  type: 'object',
  required: ['dependencies'],
  properties: {
    semantics: { $ref: '#/$defs/semantics' },
    performance: { $ref: '#/$defs/performance' },
    dependencies: { type: 'array', items: { $ref: '#/$defs/dependency' } },
    composition: { $ref: '#/$defs/composition' },
    documentation: { $ref: '#/$defs/documentation' },
  },
  $defs: {
    semantics: {
      type: 'object',
      required: ['categories', 'capabilities', 'side_effects'],
      properties: {
        ontology: { type: 'string' },
        categories: { type: 'array', items: { type: 'string' } },
        capabilities: { type: 'array', items: { $ref: '#/$defs/capability' } },
        side_effects: { type: 'array', items: { $ref: '#/$defs/sideEffect' } },
        idempotent: { type: 'boolean' },
        deterministic: { type: 'boolean' },
      },
    },
    capability: {
      type: 'object',
      required: ['type', 'conditions', 'examples'],
      properties: {
        type: { type: 'string' },
        confidence: { type: 'number', minimum: 0, maximum: 1 },
        conditions: { type: 'array', items: { type: 'string' } },
        examples: { type: 'array', items: { $ref: '#/$defs/example' } },
      },
    },
    sideEffect: {
      type: 'object',
      required: ['type', 'scope', 'reversible', 'risk_level'],
      properties: {
        type: {
          enum: ['data_modification', 'external_api', 'file_system', 'network', 'user_interaction'],
        },
        scope: { type: 'string' },
        reversible: { type: 'boolean' },
        risk_level: { enum: ['low', 'medium', 'high', 'critical'] },
      },
    },
    performance: {
      type: 'object',
      properties: {
        latency_p50_ms: { type: 'number', minimum: 0 },
        latency_p95_ms: { type: 'number', minimum: 0 },
        latency_p99_ms: { type: 'number', minimum: 0 },
        throughput_rps: { type: 'number', minimum: 0 },
        error_rate: { type: 'number', minimum: 0, maximum: 1 },
        resource_usage: { $ref: '#/$defs/resourceUsage' },
      },
    },
    resourceUsage: {
      type: 'object',
      properties: {
        cpu_utilization: { type: 'number', minimum: 0 },
        memory_usage_mb: { type: 'number', minimum: 0 },
        network_io_kbps: { type: 'number', minimum: 0 },
        disk_io_kbps: { type: 'number', minimum: 0 },
      },
    },
    dependency: {
      type: 'object',
      required: ['type', 'name', 'required'],
      properties: {
        type: { enum: ['tool', 'resource', 'service', 'environment', 'package'] },
        name: { type: 'string' },
        version: { type: 'string' },
        required: { type: 'boolean' },
        description: { type: 'string' },
      },
    },
    composition: {
      type: 'object',
      required: ['composable_with', 'output_compatibility'],
      properties: {
        composable_with: { type: 'array', items: { type: 'string' } },
        mappings: {
          type: 'object',
          additionalProperties: { type: 'array', items: { $ref: '#/$defs/resultMapping' } },
        },
        output_compatibility: { type: 'array', items: { type: 'string' } },
        pipeline_position: { enum: ['source', 'transform', 'sink', 'any'] },
        parallelizable: { type: 'boolean' },
        stateful: { type: 'boolean' },
      },
    },
    resultMapping: {
      type: 'object',
      required: ['to'],
      properties: { from: { type: 'string' }, to: { type: 'string' }, value: {}, default: {} },
    },
    documentation: {
      type: 'object',
      required: ['examples', 'see_also'],
      properties: {
        summary: { type: 'string' },
        details: { type: 'string' },
        examples: { type: 'array', items: { $ref: '#/$defs/example' } },
        see_also: { type: 'array', items: { type: 'string' } },
        links: { type: 'array', items: { $ref: '#/$defs/link' } },
      },
    },
    example: {
      type: 'object',
      required: ['name', 'input'],
      properties: {
        name: { type: 'string' },
        description: { type: 'string' },
        input: { type: 'object' },
        output: {},
        error: { type: 'string' },
      },
    },
    link: {
      type: 'object',
      required: ['title', 'url'],
      properties: { title: { type: 'string' }, url: { type: 'string', pattern: '^https?://' } },
    },
  },
};
