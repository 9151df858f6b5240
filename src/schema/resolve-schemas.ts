import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isJsonObject, type JsonObject } from '../json.js';
import type { Deadline } from '../limits/deadline.js';
import type { Limits } from '../limits/limits.js';
import { listFindings } from '../limits/list-findings.js';
import type { Condition } from '../manifest/manifest.generated.js';
import type { CallableEntry, Manifests, Origin, WorkflowEntry } from '../manifest/read-manifests.js';
import type { BuildMemory } from '../memory/build-memory.js';
import { type Bundle, bundle } from './bundle.js';
import { checkPatterns } from './check-patterns.js';
import { checkReach, closureOf, type Root } from './check-reach.js';
import { checkReferences, type References } from './check-references.js';
import { checkUnit } from './check-unit.js';
import type { SharedUnits } from './resolve-reference.js';
import { SchemaMemory } from './schema-memory.js';
import { locateIn, type SchemaUnit } from './schema-unit.js';

/** The schemas of the project, self-contained. What had an error is absent, and reported. */
export interface ResolvedSchemas {
  readonly inputs: ReadonlyMap<CallableEntry, Bundle>;
  readonly outputs: ReadonlyMap<CallableEntry, Bundle>;
  /** By the names of `schemas:`. */
  readonly shared: ReadonlyMap<string, Bundle>;
  /** `matches` of conditions on values, by the condition. */
  readonly conditions: ReadonlyMap<Condition, Bundle>;
  /** Patterns that a tool's or a condition's schemas may only try on short strings, where there are any. */
  readonly limitedPatterns: ReadonlyMap<CallableEntry | Condition, readonly string[]>;
  readonly written: WrittenSchemas;
}

/** The same schemas as their authors wrote them, with the place of every subschema, and where each reference leads. */
export interface WrittenSchemas {
  readonly inputs: ReadonlyMap<CallableEntry, SchemaUnit>;
  readonly outputs: ReadonlyMap<CallableEntry, SchemaUnit>;
  /** By the names of `schemas:`. */
  readonly shared: ReadonlyMap<string, SchemaUnit>;
  readonly references: References;
}

/** The stage from schemas as written to schemas as served: dialect, bounds, keywords, references, bundling. */
export function resolveSchemas(
  manifests: Manifests,
  folder: string,
  limits: Limits,
  deadline: Deadline,
  memory?: BuildMemory,
): { schemas: ResolvedSchemas; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const remembered = memory && new SchemaMemory(memory);
  const known = new Set<SchemaUnit>();
  const noisy = new Set<SchemaUnit>();
  const check = (key: string, root: JsonObject, origin: Origin) => {
    deadline.check('checking the schemas', key);
    const facts = remembered?.factsOf(origin);
    const found = checkUnit(key, root, origin, limits, facts);
    diagnostics.push(...listFindings(found.diagnostics, 'this schema'));
    if (found.unit !== undefined && facts !== undefined) known.add(found.unit);
    if (found.unit !== undefined && found.diagnostics.length > 0) noisy.add(found.unit);
    return found.unit;
  };

  const byName = new Map<string, SchemaUnit>();
  for (const { name, schema, origin } of manifests.schemas) {
    const unit = check(`schema ${name}`, schema, origin);
    if (unit !== undefined) byName.set(name, unit);
  }
  const inputUnits = new Map<CallableEntry, SchemaUnit>();
  const outputUnits = new Map<CallableEntry, SchemaUnit>();
  const callables: readonly CallableEntry[] = [...manifests.tools, ...manifests.workflows];
  for (const tool of callables) {
    for (const [field, units] of [
      ['inputSchema', inputUnits],
      ['outputSchema', outputUnits],
    ] as const) {
      const schema = tool.declaration[field] as JsonObject | undefined;
      if (schema === undefined) continue;
      const origin = { doc: tool.origin.doc, path: [...tool.origin.path, field] };
      const unit = check(`${tool.kind} ${tool.name} ${field}`, schema, origin);
      if (unit !== undefined) units.set(tool, unit);
    }
  }

  const conditionUnits = new Map<Condition, SchemaUnit>();
  for (const { key, condition, matches, origin } of manifests.workflows.flatMap(conditionsOf)) {
    const unit = check(key, matches, origin);
    if (unit !== undefined) conditionUnits.set(condition, unit);
  }

  const units = [...byName.values(), ...inputUnits.values(), ...outputUnits.values(), ...conditionUnits.values()];
  const patterns = checkPatterns(units, deadline, memory);
  diagnostics.push(...listFindings(patterns.diagnostics, 'the patterns'));
  deadline.check('resolving the references');
  const checked = checkReferences(units, sharedUnits(manifests, byName, folder));
  diagnostics.push(...checked.diagnostics);
  const written = { inputs: inputUnits, outputs: outputUnits, shared: byName, references: checked.references };
  if (checked.diagnostics.length === 0) {
    const roots = rootsOf(callables, manifests, byName, inputUnits, outputUnits, conditionUnits);
    const beyond = checkReach(roots, checked.references, limits, known);
    diagnostics.push(...beyond);
    if (beyond.length > 0)
      return {
        schemas: {
          ...{ inputs: new Map(), outputs: new Map(), shared: new Map(), conditions: new Map() },
          ...{ limitedPatterns: new Map(), written },
        },
        diagnostics,
      };
    remembered?.remember(units, noisy);
  }
  // A check that tried a pattern of exponential time on a value would never end.
  const broken = new Set([...checked.broken, ...patterns.refused]);
  const bundleAll = <Key>(all: ReadonlyMap<Key, SchemaUnit>, isInput = false): Map<Key, Bundle> => {
    const bundles = new Map<Key, Bundle>();
    for (const [key, unit] of all) {
      if (dependsOnBroken(unit, checked.references, broken)) continue;
      deadline.check('bundling the schemas', unit.key);
      const made = bundle(unit, checked.references, isInput);
      diagnostics.push(...made.diagnostics);
      if (made.bundle !== undefined && made.diagnostics.length === 0) bundles.set(key, made.bundle);
    }
    return bundles;
  };
  const inputs = bundleAll(inputUnits, true);
  for (const [tool, made] of inputs) {
    const unit = inputUnits.get(tool);
    if (unit !== undefined && made.schema['type'] !== 'object') diagnostics.push(badInputRoot(unit, made));
  }
  const limitedPatterns = new Map<CallableEntry | Condition, readonly string[]>();
  const limit = (key: CallableEntry | Condition, ...own: readonly (SchemaUnit | undefined)[]) => {
    const all = closureOf(
      own.filter((unit) => unit !== undefined),
      checked.references,
    );
    const found = [...all].flatMap((unit) => [...(patterns.limited.get(unit) ?? [])]);
    if (found.length > 0) limitedPatterns.set(key, [...new Set(found)].sort());
  };
  for (const callable of callables) limit(callable, inputUnits.get(callable), outputUnits.get(callable));
  for (const [condition, unit] of conditionUnits) limit(condition, unit);
  const bundles = { inputs, outputs: bundleAll(outputUnits), shared: bundleAll(byName) };
  const schemas = { ...bundles, conditions: bundleAll(conditionUnits), limitedPatterns, written };
  return { schemas, diagnostics };
}

/** Conditions on values, where `matches` has the form of a schema; where it has not, the check of workflows says so. */
function conditionsOf({ name, declaration, origin }: WorkflowEntry) {
  return declaration.steps.flatMap(({ id, conditions = [] }, step) =>
    conditions.flatMap((condition, index) => {
      const matches: unknown = condition.type === 'value_based' ? condition.parameters['matches'] : undefined;
      if (!isJsonObject(matches)) return [];
      const path = [...origin.path, 'steps', step, 'conditions', index, 'parameters', 'matches'];
      const key = `workflow ${name} step ${id} condition ${index}`;
      return [{ key, condition, matches, origin: { doc: origin.doc, path } }];
    }),
  );
}

function rootsOf(
  callables: readonly CallableEntry[],
  { schemas }: Manifests,
  byName: ReadonlyMap<string, SchemaUnit>,
  inputs: ReadonlyMap<CallableEntry, SchemaUnit>,
  outputs: ReadonlyMap<CallableEntry, SchemaUnit>,
  conditions: ReadonlyMap<Condition, SchemaUnit>,
): Root[] {
  const rootOf = (subject: string, ...units: (SchemaUnit | undefined)[]): Root => ({
    subject,
    units: units.filter((unit) => unit !== undefined),
  });
  const inConditions = (each: CallableEntry) =>
    each.kind === 'tool' ? [] : conditionsOf(each).map(({ condition }) => conditions.get(condition));
  return [
    ...callables.map((each) =>
      rootOf(
        `the ${each.kind} ${JSON.stringify(each.name)}`,
        ...[inputs.get(each), outputs.get(each), ...inConditions(each)],
      ),
    ),
    ...schemas.map(({ name }) => rootOf(`the schema ${JSON.stringify(name)}`, byName.get(name))),
  ];
}

function badInputRoot(unit: SchemaUnit, made: Bundle): Diagnostic {
  const type = made.schema['type'];
  const actual = type === undefined ? 'has no `type`' : `says \`type: ${JSON.stringify(type)}\``;
  const span = unit.root['type'] === undefined ? locateIn(unit, [], 'key') : locateIn(unit, ['type']);
  return diagnose('schema/input-root', { actual }, { span });
}

function sharedUnits(manifests: Manifests, byName: ReadonlyMap<string, SchemaUnit>, folder: string): SharedUnits {
  const namesIn = new Map<string, Set<string>>();
  for (const { name, origin } of manifests.schemas) {
    const path = origin.doc.file.path;
    const names = namesIn.get(path) ?? new Set<string>();
    namesIn.set(path, names.add(name));
  }
  for (const { origin } of [...manifests.tools, ...manifests.workflows]) {
    const path = origin.doc.file.path;
    if (!namesIn.has(path)) namesIn.set(path, new Set());
  }
  return {
    byName,
    declared: new Set(manifests.schemas.map((each) => each.name)),
    folder,
    files: new Set(namesIn.keys()),
    namesIn,
  };
}

/** A unit whose references do not all lead somewhere, or lead to such a unit, cannot be bundled; its finding is made already. */
function dependsOnBroken(unit: SchemaUnit, references: References, broken: ReadonlySet<SchemaUnit>): boolean {
  const seen = new Set<SchemaUnit>();
  const queue = [unit];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (broken.has(next)) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    for (const target of references.get(next)?.values() ?? []) queue.push(target.unit);
  }
  return false;
}
