import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isJsonObject, type JsonObject, type JsonPath } from '../json.js';
import type { Deadline } from '../limits/deadline.js';
import { exceeded } from '../limits/exceeded.js';
import type { Limits } from '../limits/limits.js';
import { listErrors } from '../limits/list-findings.js';
import { checkShape } from '../shape/check-shape.js';
import type { SourceDoc } from '../source/source-doc.js';
import type { ToolDeclaration, WorkflowDeclaration } from './manifest.generated.js';

/** Where a declaration stands, so that every later finding can point at its tokens. */
export interface Origin {
  readonly doc: SourceDoc;
  readonly path: JsonPath;
}

/** A tool as its author wrote it. */
export interface ToolEntry {
  readonly kind: 'tool';
  readonly name: string;
  readonly declaration: ToolDeclaration;
  readonly origin: Origin;
}

/** An entry of `schemas:`. */
export interface SchemaEntry {
  readonly name: string;
  readonly schema: JsonObject;
  readonly origin: Origin;
}

/** An entry of `workflows:`. */
export interface WorkflowEntry {
  readonly kind: 'workflow';
  /** The workflow's `id`: tools and workflows share one namespace. */
  readonly name: string;
  readonly declaration: WorkflowDeclaration;
  readonly origin: Origin;
}

/** What has an input and an output schema of its own. */
export type CallableEntry = ToolEntry | WorkflowEntry;

/** All manifests of the project: one namespace, typed, still as written. */
export interface Manifests {
  readonly tools: readonly ToolEntry[];
  readonly schemas: readonly SchemaEntry[];
  readonly workflows: readonly WorkflowEntry[];
}

/**
 * Holds every file against the manifest's JSON Schema. What is well-formed goes on even if something else is not,
 * so that one run reports mistakes of every kind.
 */
export function readManifests(
  docs: readonly SourceDoc[],
  limits: Limits,
  deadline: Deadline,
): { manifests: Manifests; diagnostics: Diagnostic[] } {
  const tooMany = excess(docs, 'tools', limits) ?? excess(docs, 'workflows', limits);
  if (tooMany !== undefined) return { manifests: { tools: [], schemas: [], workflows: [] }, diagnostics: [tooMany] };
  const diagnostics: Diagnostic[] = [];
  const tools: ToolEntry[] = [];
  const schemas: SchemaEntry[] = [];
  const workflows: WorkflowEntry[] = [];
  for (const doc of docs) {
    deadline.check('checking the manifests', doc.file.path);
    const findings = checkShape(doc, 'manifest');
    const makers = findings.map((each) => each.explain);
    diagnostics.push(...listErrors(makers, 'this file'));
    const broken = new Set(findings.map((each) => each.path.slice(0, 2).join('/')));
    const root = isJsonObject(doc.value) ? doc.value : {};
    if (Array.isArray(root['tools'])) {
      for (const [index, declaration] of root['tools'].entries()) {
        if (broken.has(`tools/${index}`)) continue;
        const tool = declaration as unknown as ToolDeclaration;
        tools.push({ kind: 'tool', name: tool.name, declaration: tool, origin: { doc, path: ['tools', index] } });
      }
    }
    if (Array.isArray(root['workflows'])) {
      for (const [index, declaration] of root['workflows'].entries()) {
        if (broken.has(`workflows/${index}`)) continue;
        const workflow = declaration as unknown as WorkflowDeclaration;
        const origin = { doc, path: ['workflows', index] };
        workflows.push({ kind: 'workflow', name: workflow.id, declaration: workflow, origin });
      }
    }
    if (isJsonObject(root['schemas'])) {
      for (const [name, schema] of Object.entries(root['schemas'])) {
        if (broken.has(`schemas/${name}`) || !isJsonObject(schema)) continue;
        schemas.push({ name, schema, origin: { doc, path: ['schemas', name] } });
      }
    }
  }
  return { manifests: { tools, schemas, workflows }, diagnostics };
}

/** Counted before anything looks at them: the validator of the format takes a time that grows with the square of their faults. */
function excess(docs: readonly SourceDoc[], section: 'tools' | 'workflows', limits: Limits): Diagnostic | undefined {
  const listOf = ({ value }: SourceDoc) => {
    const list = isJsonObject(value) ? value[section] : undefined;
    return Array.isArray(list) ? list : [];
  };
  const count = docs.reduce((sum, doc) => sum + listOf(doc).length, 0);
  if (count <= limits[section]) return undefined;
  const nameKey = section === 'tools' ? 'name' : 'id';
  let index = limits[section];
  for (const doc of docs) {
    const { length } = listOf(doc);
    if (index < length) return exceeded(section, count, limits, { span: doc.locate([section, index, nameKey]) });
    index -= length;
  }
  return undefined;
}
