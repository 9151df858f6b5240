import type { ToolDescriptor } from '../../../src/runtime/descriptor.js';
import {
  type ContractServer,
  createContractServer,
  type ServerDefinition,
  type ServerOptions,
} from '../../../src/runtime/server.js';

export const INFO = { name: 'fixture', version: '1.2.3' };
export const ERAS = ['modern', 'legacy'] as const;
export type Era = (typeof ERAS)[number];

const noInput = { type: 'object', additionalProperties: false };

/** A tool without arguments, whose output has the given schema. */
export function outputTool(name: string, outputSchema: Readonly<Record<string, unknown>>): ToolDescriptor {
  return { name, description: `Returns ${name}.`, inputSchema: noInput, outputSchema };
}

/** Every kind of root that an output schema can have, each with a value that matches and one that does not. */
export const OUTPUT_KINDS: readonly { readonly tool: ToolDescriptor; readonly good: unknown; readonly bad: unknown }[] =
  [
    {
      tool: outputTool('object', { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] }),
      good: { id: 1 },
      bad: { id: 'one' },
    },
    {
      // Whoever looks at members would take this value for a whole result, or for a wrapped one.
      tool: outputTool('lookalike', {
        type: 'object',
        properties: { result: { type: 'string' }, content: { type: 'array' }, isError: { type: 'boolean' } },
        required: ['result'],
      }),
      good: { result: 'mine', content: [], isError: true },
      bad: { content: [] },
    },
    { tool: outputTool('array', { type: 'array', items: { type: 'string' } }), good: ['a', 'b'], bad: [1] },
    { tool: outputTool('string', { type: 'string', minLength: 1 }), good: 'text', bad: '' },
    { tool: outputTool('number', { type: 'number' }), good: 0, bad: '0' },
    { tool: outputTool('boolean', { type: 'boolean' }), good: false, bad: 0 },
    { tool: outputTool('null', { type: 'null' }), good: null, bad: 0 },
    { tool: outputTool('nullable', { type: ['object', 'null'], required: ['id'] }), good: null, bad: {} },
    { tool: outputTool('nullable_object', { type: ['object', 'null'] }), good: { result: { result: 1 } }, bad: 1 },
    {
      tool: outputTool('any_mixed', { anyOf: [{ type: 'string' }, { type: 'object' }] }),
      good: { result: 'x' },
      bad: 1,
    },
    {
      tool: outputTool('any_objects', {
        anyOf: [
          { type: 'object', required: ['result'], properties: { result: { type: 'object' } } },
          { type: 'object', required: ['b'] },
        ],
      }),
      good: { result: { b: 1 } },
      bad: { c: 1 },
    },
    {
      tool: outputTool('untyped_properties', { properties: { id: { type: 'string' } } }),
      good: { id: 'x' },
      bad: { id: 1 },
    },
    {
      tool: outputTool('ref', {
        $ref: '#/$defs/Node',
        $defs: {
          Node: { type: 'object', properties: { next: { $ref: '#/$defs/Node' } }, additionalProperties: false },
        },
      }),
      good: { next: { next: {} } },
      bad: { next: { other: 1 } },
    },
    {
      tool: outputTool('list_of_refs', {
        type: 'array',
        items: { $ref: '#/$defs/A' },
        $defs: { A: { type: 'integer' } },
      }),
      good: [1, 2],
      bad: ['1'],
    },
    { tool: outputTool('anything', {}), good: [{ any: 'thing' }], bad: undefined },
  ];

/** A server of these tools, with their handlers by name; failures are swallowed unless the options say otherwise. */
export function serverOf(
  tools: readonly ToolDescriptor[],
  handlers: object,
  options: Partial<ServerOptions> = {},
  definition: Partial<ServerDefinition> = {},
): ContractServer {
  const defaults = { services: undefined, onError: () => undefined };
  return createContractServer({
    info: INFO,
    tools,
    handlers: { tools: handlers },
    ...definition,
    options: { ...defaults, ...options },
  });
}

/** The tools by name, as the table that a client is made of. */
export function tableOf(tools: readonly ToolDescriptor[]): Record<string, ToolDescriptor> {
  return Object.fromEntries(tools.map((tool) => [tool.name, tool]));
}
