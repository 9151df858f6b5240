import { type BuildMemory, keyOf, type MemorySection } from '../memory/build-memory.js';
import type { Model, ToolModel } from '../model/model.js';
import { isGated, piecesOf } from './code/gate.js';
import type { EmittedFile } from './emitted-file.js';
import { emitTool, toolModulePath } from './tools/emit-tool.js';

/** What is known of the output of earlier builds: the modules of tools, and which modules the gate has let through. */
export class EmitMemory {
  readonly #modules: MemorySection<string>;
  readonly #gated: MemorySection<1>;
  /** Files with the text of an earlier build. */
  readonly #again = new Set<EmittedFile>();
  readonly #keys = new Map<ToolModel, string>();

  constructor(memory: BuildMemory) {
    this.#modules = memory.section('tool modules');
    this.#gated = memory.section('gated');
  }

  /** Whether an earlier build has emitted the module of a tool. */
  knows(tool: ToolModel): boolean {
    return this.#modules.get(this.#keyOf(tool)) !== undefined;
  }

  /** The module of a tool, as an earlier build has emitted it, or as it is emitted now. */
  moduleOf(model: Model, tool: ToolModel): EmittedFile {
    const text = this.#modules.get(this.#keyOf(tool));
    if (text === undefined) return emitTool(model, tool);
    const file: EmittedFile = { path: toolModulePath(model, tool), kind: 'generated', text };
    this.#again.add(file);
    return file;
  }

  /** The files, or pieces of them, that the gate has not seen yet. */
  ungated(files: readonly EmittedFile[]): EmittedFile[] {
    return files
      .filter((file) => isGated(file) && !this.#again.has(file))
      .flatMap(piecesOf)
      .filter((piece) => this.#gated.get(gateKey(piece)) === undefined);
  }

  /** Keeps what was emitted for the next build; all of it has passed the gate. */
  remember(model: Model, files: readonly EmittedFile[]): void {
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const own = new Set<string>();
    for (const tool of model.tools) {
      const path = toolModulePath(model, tool);
      own.add(path);
      const text = texts.get(path);
      const key = this.#keyOf(tool);
      if (text !== undefined && this.#modules.get(key) === undefined) this.#modules.set(key, text);
    }
    // Those of tools are known by their tool.
    const others = this.ungated(files).filter(({ path }) => !own.has(path));
    for (const file of others) this.#gated.set(gateKey(file), 1);
  }

  #keyOf(tool: ToolModel): string {
    const known = this.#keys.get(tool);
    if (known !== undefined) return known;
    const { names, inputSchema, inputShared, outputSchema, outputShared, ask } = tool;
    const key = keyOf(names, inputSchema, [...inputShared], outputSchema ?? 0, [...outputShared], ask ?? 0);
    this.#keys.set(tool, key);
    return key;
  }
}

/** What the gate looks for depends on the path. */
function gateKey({ path, kind, text }: EmittedFile): string {
  return keyOf(path, kind, text);
}
