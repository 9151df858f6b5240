import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyse } from '../../../src/compile.js';
import { SourceFile } from '../../../src/diagnostics/source-file.js';
import { emitSite } from '../../../src/emit/site/emit-site.js';
import { createMemoryHost } from '../../../src/host/memory-host.js';
import { createNodeHost } from '../../../src/host/node-host.js';
import { packageRoot, readAsset } from '../../../src/host/package-assets.js';
import { addToProject } from '../../../src/import/add-to-project.js';
import { noDeadline } from '../../../src/limits/deadline.js';
import type { Model } from '../../../src/model/model.js';
import { fullConfig, fullManifest } from './full.js';
import { hostileConfig, hostileManifest } from './hostile.js';

/** The contract of this repository. */
export function exampleModel(): Model {
  return must(analyse(createNodeHost(packageRoot)));
}

/** A contract that uses everything there is. */
export function fullModel(): Model {
  return must(analyse(createMemoryHost({ 'mcpgen.yaml': fullConfig, 'manifests/all.yaml': fullManifest })));
}

/** A contract whose texts attack the reader. */
export function hostileModel(): Model {
  return must(analyse(createMemoryHost({ 'mcpgen.yaml': hostileConfig, 'manifests/all.yaml': hostileManifest })));
}

/** A contract that was imported from an answer to `tools/list`. */
export function importedModel(name: string, text: string): Model {
  const host = createMemoryHost({});
  addToProject(host, new SourceFile(`${name}.json`, text), name);
  return must(analyse(host));
}

function must({ model, diagnostics }: ReturnType<typeof analyse>): Model {
  if (model === undefined) throw new Error(diagnostics.map((each) => `${each.code}: ${each.message}`).join('\n'));
  return model;
}

/** The files of a site by their paths below its folder. */
export async function siteOf(model: Model): Promise<ReadonlyMap<string, string>> {
  const files = await emitSite(model, readAsset, noDeadline);
  return new Map(files.map(({ path, text }) => [path.slice(`${model.paths.output}/docs/`.length), text]));
}

/** A folder on disk with sites in it. */
export class Shelf {
  readonly #folder = mkdtempSync(join(realpathSync(tmpdir()), 'mcpgen-site-'));

  /** Writes a site and gives its address. */
  async put(name: string, model: Model): Promise<URL> {
    for (const [path, text] of await siteOf(model)) {
      const file = join(this.#folder, name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return pathToFileURL(`${join(this.#folder, name)}/`);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
