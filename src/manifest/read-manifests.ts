import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isJsonObject, type JsonObject, type JsonPath } from '../json.js';
import type { Deadline } from '../limits/deadline.js';
import { exceeded } from '../limits/exceeded.js';
import type { Limits } from '../limits/limits.js';
import { listErrors } from '../limits/list-findings.js';
import type { BuildMemory, MemorySection } from '../memory/build-memory.js';
import { checkShape } from '../shape/check-shape.js';
import type { SourceDoc } from '../source/source-doc.js';
import type {
  PromptDeclaration,
  ResourceDeclaration,
  ResourceTemplateDeclaration,
  ToolDeclaration,
  WorkflowDeclaration,
} from './manifest.generated.js';

/** Where a declaration stands, so that every later finding can point at its tokens. */
export interface Origin {
  readonly doc: SourceDoc;
  readonly path: JsonPath;
}

/** A declaration of a kind as its author wrote it. */
interface Entry<Kind extends string, Declaration> {
  readonly kind: Kind;
  /** What it is known by among its kind: of a workflow, its `id`. */
  readonly name: string;
  readonly declaration: Declaration;
  readonly origin: Origin;
}

export type ToolEntry = Entry<'tool', ToolDeclaration>;
/** Tools and workflows share one namespace. */
export type WorkflowEntry = Entry<'workflow', WorkflowDeclaration>;
export type ResourceEntry = Entry<'resource', ResourceDeclaration>;
export type ResourceTemplateEntry = Entry<'resourceTemplate', ResourceTemplateDeclaration>;
export type PromptEntry = Entry<'prompt', PromptDeclaration>;

/** What has an input and an output schema of its own. */
export type CallableEntry = ToolEntry | WorkflowEntry;

/** What a server offers and somebody implements, tools apart: each kind has a namespace of its own. */
export type OfferEntry = ResourceEntry | ResourceTemplateEntry | PromptEntry;

/** An entry of `schemas:`. */
export interface SchemaEntry {
  readonly name: string;
  readonly schema: JsonObject;
  readonly origin: Origin;
}

/** All manifests of the project: still as written, typed. */
export interface Manifests {
  readonly tools: readonly ToolEntry[];
  readonly resources: readonly ResourceEntry[];
  readonly resourceTemplates: readonly ResourceTemplateEntry[];
  readonly prompts: readonly PromptEntry[];
  readonly workflows: readonly WorkflowEntry[];
  readonly schemas: readonly SchemaEntry[];
}

/** The lists at the top of a manifest, what an entry of each is, and the member that it is known by. */
const lists = {
  tools: { kind: 'tool', nameKey: 'name' },
  resources: { kind: 'resource', nameKey: 'name' },
  resourceTemplates: { kind: 'resourceTemplate', nameKey: 'name' },
  prompts: { kind: 'prompt', nameKey: 'name' },
  workflows: { kind: 'workflow', nameKey: 'id' },
} as const;

type Section = keyof typeof lists;

const sections = Object.keys(lists) as Section[];

/** Manifests that say nothing. */
const nothing: Manifests = { tools: [], resources: [], resourceTemplates: [], prompts: [], workflows: [], schemas: [] };

/**
 * Holds every file against the manifest's JSON Schema. What is well-formed goes on even if something else is not,
 * so that one run reports mistakes of every kind.
 */
export function readManifests(
  docs: readonly SourceDoc[],
  limits: Limits,
  deadline: Deadline,
  memory?: BuildMemory,
): { manifests: Manifests; diagnostics: Diagnostic[] } {
  for (const section of sections) {
    const tooMany = excess(docs, section, limits);
    if (tooMany !== undefined) return { manifests: nothing, diagnostics: [tooMany] };
  }
  const diagnostics: Diagnostic[] = [];
  const wellShaped: MemorySection<1> | undefined = memory?.section('well-shaped manifests');
  const found: Record<Section, Entry<string, unknown>[]> = {
    tools: [],
    resources: [],
    resourceTemplates: [],
    prompts: [],
    workflows: [],
  };
  const schemas: SchemaEntry[] = [];
  for (const doc of docs) {
    deadline.check('checking the manifests', doc.file.path);
    const isKnown = wellShaped?.get(doc.file.digest) !== undefined;
    const findings = isKnown ? [] : checkShape(doc, 'manifest');
    if (!isKnown && findings.length === 0) wellShaped?.set(doc.file.digest, 1);
    const makers = findings.map((each) => each.explain);
    diagnostics.push(...listErrors(makers, 'this file'));
    const broken = new Set(findings.map((each) => each.path.slice(0, 2).join('/')));
    for (const section of sections) {
      const { kind, nameKey } = lists[section];
      for (const [index, declaration] of listIn(doc, section).entries()) {
        // One that is no object has a finding of its own.
        if (broken.has(`${section}/${index}`) || !isJsonObject(declaration)) continue;
        const name = String(declaration[nameKey]);
        found[section].push({ kind, name, declaration, origin: { doc, path: [section, index] } });
      }
    }
    const shared = isJsonObject(doc.value) ? doc.value['schemas'] : undefined;
    for (const [name, schema] of Object.entries(isJsonObject(shared) ? shared : {})) {
      if (broken.has(`schemas/${name}`) || !isJsonObject(schema)) continue;
      schemas.push({ name, schema, origin: { doc, path: ['schemas', name] } });
    }
  }
  // Every entry has just been held against the schema that its type is made from.
  return { manifests: { ...(found as unknown as Omit<Manifests, 'schemas'>), schemas }, diagnostics };
}

/** Counted before anything looks at them: the validator of the format takes a time that grows with the square of their faults. */
function excess(docs: readonly SourceDoc[], section: Section, limits: Limits): Diagnostic | undefined {
  const count = docs.reduce((sum, doc) => sum + listIn(doc, section).length, 0);
  if (count <= limits[section]) return undefined;
  let index = limits[section];
  for (const doc of docs) {
    const { length } = listIn(doc, section);
    const span = () => doc.locate([section, index, lists[section].nameKey]);
    if (index < length) return exceeded(section, count, limits, { span: span() });
    index -= length;
  }
  return undefined;
}

function listIn({ value }: SourceDoc, section: Section): readonly unknown[] {
  const list = isJsonObject(value) ? value[section] : undefined;
  return Array.isArray(list) ? list : [];
}
