import type { Compilation } from '../compile.js';
import { readOwnPackage } from '../host/package-assets.js';
import { modelDigest } from '../model/digest.js';
import type { OutputRequest } from '../write/output-plan.js';

/** What the write stage needs of a compilation; undefined when there is nothing to write, since it failed. */
export function outputRequest({ model, files }: Compilation, force: boolean): OutputRequest | undefined {
  if (model === undefined || files === undefined) return undefined;
  return {
    files,
    output: model.paths.output,
    compilerVersion: readOwnPackage().version,
    modelDigest: modelDigest(model),
    force,
  };
}
