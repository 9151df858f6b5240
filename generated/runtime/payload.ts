// Copied by mcpgen from its tested runtime. Do not edit.

import { type Finding, type Issue, toIssues } from './issues.js';
import { isRecord, pointerTo } from './json.js';

/**
 * The part of JSON Schema that the schemas of extension payloads are written in. They are few, known and flat, so they are
 * looked up rather than compiled: a project with precompiled validators has no compiler at run time.
 */
export interface PayloadSchema {
  readonly $ref?: `#/$defs/${string}`;
  readonly $defs?: Readonly<Record<string, PayloadSchema>>;
  readonly type?: 'array' | 'boolean' | 'number' | 'object' | 'string';
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: PayloadSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, PayloadSchema>>;
  readonly additionalProperties?: PayloadSchema;
}

/** A payload that does not match its schema is refused as a whole, so nobody needs to read of every fault. */
const MAX_ISSUES = 5;

/** Checks what came under an extension's key. Returns the first reasons why it is malformed, none when it is not. */
export function checkPayload(schema: PayloadSchema, payload: unknown): readonly Issue[] {
  const findings: Finding[] = [];
  collect(schema, payload, '', schema, findings);
  return findings.flatMap((finding) => toIssues([finding]));
}

function collect(schema: PayloadSchema, value: unknown, at: string, root: PayloadSchema, findings: Finding[]): void {
  if (findings.length >= MAX_ISSUES) return;
  const target = schema.$ref === undefined ? schema : root.$defs?.[schema.$ref.slice('#/$defs/'.length)];
  if (target === undefined) throw new Error(`the reference ${schema.$ref} leads nowhere`);
  const fault = faultOf(target, value);
  if (fault !== undefined) findings.push({ instancePath: at, ...fault });
  else if (Array.isArray(value)) collectItems(target, value, at, root, findings);
  else if (isRecord(value)) collectMembers(target, value, at, root, findings);
}

function collectItems(
  { items }: PayloadSchema,
  value: readonly unknown[],
  at: string,
  root: PayloadSchema,
  findings: Finding[],
): void {
  if (items === undefined) return;
  for (const [index, item] of value.entries()) collect(items, item, pointerTo(at, index), root, findings);
}

function collectMembers(
  { properties = {}, additionalProperties }: PayloadSchema,
  value: Readonly<Record<string, unknown>>,
  at: string,
  root: PayloadSchema,
  findings: Finding[],
): void {
  for (const [name, member] of Object.entries(value)) {
    const schema = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (schema !== undefined) collect(schema, member, pointerTo(at, name), root, findings);
  }
}

/** What is wrong with the value itself, the values inside it left aside. */
function faultOf(schema: PayloadSchema, value: unknown): Omit<Finding, 'instancePath'> | undefined {
  const { type, required = [], pattern, minimum, maximum } = schema;
  if (type !== undefined && typeOf(value) !== type) return { keyword: 'type', params: { type } };
  if (schema.enum !== undefined && !schema.enum.some((each) => each === value)) {
    return { keyword: 'enum', params: { allowedValues: schema.enum } };
  }
  if (isRecord(value)) {
    const missing = required.find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined) return { keyword: 'required', message: `must have the property "${missing}"` };
  }
  if (typeof value === 'number') {
    if (minimum !== undefined && value < minimum) return { keyword: 'minimum', message: `must be >= ${minimum}` };
    if (maximum !== undefined && value > maximum) return { keyword: 'maximum', message: `must be <= ${maximum}` };
  }
  if (typeof value === 'string' && pattern !== undefined && !new RegExp(pattern, 'u').test(value)) {
    return { keyword: 'pattern', message: `must match pattern "${pattern}"` };
  }
  return undefined;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}
