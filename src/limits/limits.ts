import type { LimitsConfig } from '../config/config.generated.js';

/** One bound: what it is without a setting, how far a setting may raise it, and how its message counts. */
interface Limit {
  readonly default: number;
  /** Nothing raises it further; schemas/mcpgen.schema.json holds the setting to it. */
  readonly hard: number;
  /** What has too many, unless the place knows better. */
  readonly subject: string;
  /** What is counted: one, several. */
  readonly unit: readonly [string, string];
}

/**
 * Every bound of a project, named as its setting in `limits:` of mcpgen.yaml. The defaults are several times the largest
 * values of 4,751 tools of real servers (docs/security.md); the hard maxima are what every stage is known to bear.
 */
export const limitTable = {
  manifestBytes: bound(524_288, 4_194_304, 'this file', 'byte'),
  manifestFiles: bound(5_000, 20_000, 'the project', 'manifest file'),
  tools: bound(4_096, 16_384, 'the project', 'tool'),
  workflows: bound(1_024, 4_096, 'the project', 'workflow'),
  resources: bound(4_096, 16_384, 'the project', 'resource'),
  resourceTemplates: bound(1_024, 4_096, 'the project', 'resource template'),
  prompts: bound(1_024, 4_096, 'the project', 'prompt'),
  totalBytes: bound(16_777_216, 67_108_864, 'the project', 'byte of manifests', 'bytes of manifests'),
  yamlDepth: bound(64, 200, 'this file', 'level of nesting', 'levels of nesting'),
  yamlKeys: bound(5_000, 20_000, 'this map', 'key'),
  yamlAliases: bound(100, 1_000, 'this file', 'alias', 'aliases'),
  aliasBytes: bound(1_048_576, 16_777_216, 'this file', 'byte copied by aliases', 'bytes copied by aliases'),
  schemaDepth: bound(32, 100, 'this schema', 'level of subschemas', 'levels of subschemas'),
  subschemas: bound(4_096, 20_000, 'this schema', 'subschema'),
  totalSubschemas: bound(200_000, 1_000_000, 'the project', 'subschema'),
  objectProperties: bound(500, 2_000, 'this object', 'property', 'properties'),
  schemaProperties: bound(4_096, 20_000, 'this schema', 'property', 'properties'),
  branches: bound(64, 256, 'this keyword', 'branch', 'branches'),
  compositionPaths: bound(10_000, 100_000, 'this schema', 'way through its branches', 'ways through its branches'),
  enumValues: bound(1_024, 5_000, 'this `enum`', 'value'),
  enumBytes: bound(131_072, 1_048_576, 'this schema', 'byte of `enum` and `const`', 'bytes of `enum` and `const`'),
  references: bound(2_048, 5_000, 'this schema', 'reference'),
  referenceChain: bound(32, 100, 'this reference', 'reference in a chain', 'references in a chain'),
  definitions: bound(512, 2_000, 'this schema', 'definition'),
  tupleItems: bound(64, 256, 'this tuple', 'item'),
  patternLength: bound(1_024, 5_000, 'this pattern', 'character'),
  toolDescriptionLength: bound(16_384, 65_536, "this tool's description", 'character'),
  descriptionLength: bound(16_384, 65_536, 'this description', 'character'),
  titleLength: bound(256, 1_024, 'this title', 'character'),
  propertyNameLength: bound(128, 512, 'this property name', 'character'),
  valueDepth: bound(32, 100, 'this value', 'level of nesting', 'levels of nesting'),
  valueBytes: bound(65_536, 1_048_576, 'this value', 'byte'),
  seconds: bound(60, 600, 'the build', 'second'),
  findings: bound(100, 1_000_000, 'the report', 'finding'),
} satisfies Record<keyof Required<LimitsConfig>, Limit>;

export type LimitName = keyof typeof limitTable;

export type Limits = Readonly<Record<LimitName, number>>;

export const limitNames = Object.keys(limitTable) as LimitName[];

export const defaultLimits = Object.fromEntries(limitNames.map((name) => [name, limitTable[name].default])) as Record<
  LimitName,
  number
>;

function bound(value: number, hard: number, subject: string, one: string, several = `${one}s`): Limit {
  return { default: value, hard, subject, unit: [one, several] };
}
