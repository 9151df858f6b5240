import { type BuildMemory, keyOf, type Section } from '../memory/build-memory.js';
import type { Model, ToolModel } from '../model/model.js';
import { isGated } from './code/gate.js';
import type { EmittedFile } from './emitted-file.js';
import { toolModulePath } from './tools/emit-tool.js';

/** What is known of the output of earlier builds: the modules of tools, and which modules the gate has let through. */
export class EmitMemory {
  readonly #modules: Section<string>;
  readonly #gated: Section<1>;
  readonly #keys = new Map<ToolModel, string>();

  constructor(memory: BuildMemory) {
    this.#modules = memory.section('tool modules');
    this.#gated = memory.section('gated');
  }

  /** The module of a tool, if an earlier build has emitted it. */
  moduleOf(tool: ToolModel): string | undefined {
    return this.#modules.get(this.#keyOf(tool));
  }

  /** The files whose content the gate has not seen yet. */
  ungated(files: readonly EmittedFile[]): EmittedFile[] {
    return files.filter((file) => isGated(file) && this.#gated.get(gateKey(file)) === undefined);
  }

  /** Keeps what was emitted for the next build; all of it has passed the gate. */
  remember(model: Model, files: readonly EmittedFile[]): void {
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    for (const tool of model.tools) {
      const text = texts.get(toolModulePath(model, tool));
      const key = this.#keyOf(tool);
      if (text !== undefined && this.#modules.get(key) === undefined) this.#modules.set(key, text);
    }
    for (const file of this.ungated(files)) this.#gated.set(gateKey(file), 1);
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
