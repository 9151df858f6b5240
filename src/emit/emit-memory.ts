import { type BuildMemory, keyOf, type MemorySection } from '../memory/build-memory.js';
import type { Model, ToolModel } from '../model/model.js';
import { isGated, piecesOf } from './code/gate.js';
import type { EmittedFile } from './emitted-file.js';
import { toolModulePath } from './tools/emit-tool.js';
import { descriptorsIn, toolListPath } from './tools/emit-tool-list.js';

/** What has been emitted for a tool: its module of types, and its descriptor in the list of tools. */
export interface EmittedTool {
  readonly module: string;
  readonly descriptor: string;
}

/** What is known of the output of earlier builds: what was emitted for each tool, and which texts the gate has let through. */
export class EmitMemory {
  readonly #tools: MemorySection<EmittedTool>;
  readonly #gated: MemorySection<1>;
  readonly #keys = new Map<ToolModel, string>();

  constructor(memory: BuildMemory) {
    this.#tools = memory.section('emitted tools');
    this.#gated = memory.section('gated');
  }

  /** How many tools are not as an earlier build has emitted them. */
  countUnknown({ tools }: Pick<Model, 'tools'>): number {
    return this.#tools.isEmpty ? tools.length : tools.filter((tool) => this.emittedFor(tool) === undefined).length;
  }

  /** What an earlier build has emitted for a tool that is the same in all its members. */
  emittedFor(tool: ToolModel): EmittedTool | undefined {
    return this.#tools.get(this.#keyOf(tool));
  }

  /** The files, or pieces of them, that the gate has not seen yet. */
  ungated(model: Model, files: readonly EmittedFile[]): EmittedFile[] {
    const seen = new Set<string>();
    for (const tool of model.tools) {
      const known = this.emittedFor(tool);
      if (known !== undefined) seen.add(known.module).add(known.descriptor);
    }
    return files
      .filter(isGated)
      .flatMap(piecesOf)
      .filter((piece) => !seen.has(piece.text) && this.#gated.get(gateKey(piece)) === undefined);
  }

  /** Keeps what was emitted for the next build; all of it has passed the gate. */
  remember(model: Model, files: readonly EmittedFile[]): void {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const descriptors = descriptorsIn(byPath.get(toolListPath(model)));
    // Those of tools are known by their tool.
    const own = new Set(descriptors);
    const modules = new Set<string>();
    for (const [index, tool] of model.tools.entries()) {
      const path = toolModulePath(model, tool);
      modules.add(path);
      const [module, descriptor] = [byPath.get(path)?.text, descriptors[index]];
      if (module === undefined || descriptor === undefined || this.emittedFor(tool) !== undefined) continue;
      this.#tools.set(this.#keyOf(tool), { module, descriptor });
    }
    for (const piece of files.filter((file) => isGated(file) && !modules.has(file.path)).flatMap(piecesOf)) {
      const key = own.has(piece.text) ? undefined : gateKey(piece);
      if (key !== undefined && this.#gated.get(key) === undefined) this.#gated.set(key, 1);
    }
  }

  #keyOf(tool: ToolModel): string {
    const known = this.#keys.get(tool);
    if (known !== undefined) return known;
    const key = keyOf({ ...tool, inputShared: [...tool.inputShared], outputShared: [...tool.outputShared] });
    this.#keys.set(tool, key);
    return key;
  }
}

/** What the gate looks for depends on the path. */
function gateKey({ path, kind, text }: EmittedFile): string {
  return keyOf(path, kind, text);
}
