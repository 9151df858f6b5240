import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '../json.js';
import { findTools } from './find-tools.js';
import { groupTools } from './group-tools.js';
import { type ImportNote, NoteTaker } from './import-note.js';
import type { JsonLoss } from './read-json.js';
import { type ImportedTool, type LostNumber, toDeclaration, unusableName } from './to-declaration.js';
import { toManifest } from './to-yaml.js';

/** What the project has already. */
export interface ExistingNames {
  /** Tool names, and the manifest that each stands in. */
  readonly tools: ReadonlyMap<string, string>;
  /** Paths below the manifests folder. */
  readonly files: ReadonlySet<string>;
}

export interface ImportOptions {
  /** The comment of each file's first line, without the `#`. */
  readonly heading: string;
  /** What the JSON text said and the value no longer does; see readJson. */
  readonly losses?: readonly JsonLoss[];
}

/** Manifests to add to a project, and everything that the author should know about them. */
export interface ImportResult {
  /** Paths below the manifests folder, none of which existed. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly notes: readonly ImportNote[];
  /** Number of tools in `files`. */
  readonly imported: number;
  /** Who the answer says the server is. */
  readonly server: { readonly name?: string; readonly version?: string; readonly title?: string };
}

/** The most that a project can hold, whatever its `limits:` say. */
const maxTools = 16_384;
/** A tool with more remarks than this was not made to be imported. */
const maxNotes = 1_000;

/**
 * Turns an answer to `tools/list` (or its JSON-RPC envelope, or the bare list) into manifests. Nothing is written and
 * nothing is thrown: a tool that cannot be imported is left out with a note, and `import/not-an-answer`,
 * `import/too-large` or `import/nothing-imported` among the notes says that there is nothing to write.
 */
export function importTools(answer: JsonValue, existing: ExistingNames, options: ImportOptions): ImportResult {
  const notes: ImportNote[] = [];
  const taker = new NoteTaker(notes, []);
  const found = findTools(answer, taker);
  if (typeof found === 'string') {
    taker.take('import/not-an-answer', { problem: found });
    return { files: [], notes, imported: 0, server: {} };
  }
  if (found.tools.length > maxTools) {
    taker.take(
      'import/too-large',
      { what: 'tools in the answer', value: found.tools.length, limit: maxTools },
      found.path,
    );
    return { files: [], notes, imported: 0, server: found.server };
  }
  const losses = lossesByTool(options.losses ?? [], found.path.length);
  const tools: ImportedTool[] = [];
  const taken = new Map(existing.tools);
  for (const [index, value] of found.tools.entries()) {
    const label = isJsonObject(value) && typeof value['name'] === 'string' ? value['name'] : `#${index + 1}`;
    const firstNote = notes.length;
    const toolNotes = taker.at([...found.path, index], label);
    const own = losses.get(index) ?? [];
    const tool = importTool(value, own, toolNotes, taken);
    if (notes.length - firstNote > maxNotes) {
      notes.length = firstNote;
      const reason = `more than ${maxNotes} things in it cannot travel`;
      toolNotes.take('import/tool-skipped', { reason, mend: 'reduce it to the members that MCP defines' });
      continue;
    }
    if (tool === undefined) continue;
    taken.set(tool.name, 'this answer');
    tools.push(tool);
  }
  if (tools.length === 0) taker.take('import/nothing-imported', { skipped: found.tools.length });
  return {
    files: toFiles(tools, existing.files, options.heading),
    notes,
    imported: tools.length,
    server: found.server,
  };
}

function importTool(
  value: JsonValue,
  losses: readonly JsonLoss[],
  notes: NoteTaker,
  taken: ReadonlyMap<string, string>,
): ImportedTool | undefined {
  if (!isJsonObject(value)) {
    notes.take('import/tool-skipped', { reason: 'it is not an object', mend: 'a tool is an object with a `name`' });
    return undefined;
  }
  const refusal =
    typeof value['name'] === 'string' ? (unusableName(value['name']) ?? takenName(value, taken)) : undefined;
  if (refusal !== undefined) {
    notes.take('import/tool-skipped', refusal, ['name']);
    return undefined;
  }
  const lost: LostNumber[] = [];
  for (const loss of losses) {
    if (loss.kind === 'number') lost.push(loss);
    else notes.take('import/duplicate-key', { key: loss.key.slice(0, 60) }, loss.path);
  }
  return toDeclaration(value, lost, notes);
}

function takenName(tool: JsonObject, taken: ReadonlyMap<string, string>): { reason: string; mend: string } | undefined {
  const place = taken.get(String(tool['name']));
  if (place === undefined) return undefined;
  const mend = 'rename one of the two, or remove the one in the project to import the other';
  return { reason: `${place} has a tool of this name already`, mend };
}

/** The losses of each tool, by its index, with paths relative to it. */
function lossesByTool(losses: readonly JsonLoss[], depth: number): Map<number, JsonLoss[]> {
  const byTool = new Map<number, JsonLoss[]>();
  for (const loss of losses) {
    const index = loss.path[depth];
    if (typeof index !== 'number') continue;
    const own = byTool.get(index) ?? [];
    own.push({ ...loss, path: tail(loss.path, depth + 1) });
    byTool.set(index, own);
  }
  return byTool;
}

function tail(path: JsonPath, from: number): JsonPath {
  return path.slice(from);
}

function toFiles(tools: readonly ImportedTool[], existing: ReadonlySet<string>, heading: string) {
  const sized = tools.map((tool) => ({ name: tool.name, size: sizeOf(tool), tool }));
  const taken = new Set([...existing].map((path) => path.toLowerCase()));
  const files = groupTools(sized).map(({ file, tools: group }) => {
    const path = freeName(file, taken);
    taken.add(path);
    return {
      path,
      text: toManifest(
        group.map(({ tool }) => tool),
        heading,
      ),
    };
  });
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Indented JSON stands for YAML here: real tools come out at 0.9 to 1.1 times of it. */
function sizeOf(tool: ImportedTool): number {
  return JSON.stringify(tool.declaration, null, 1).length;
}

/** An import adds: it never touches a file that is there, also not one whose name differs only in case. */
function freeName(file: string, taken: ReadonlySet<string>): string {
  let path = `${file}.yaml`;
  for (let number = 2; taken.has(path); number++) path = `${file}-${number}.yaml`;
  return path;
}
