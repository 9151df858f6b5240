import { randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../src/host/package-assets.js';

/** A folder for projects, with the dependencies of generated code: there between `open` and `remove`. */
export interface Workshop {
  readonly folder: string;
  readonly open: () => void;
  readonly remove: () => void;
}

export function planWorkshop(): Workshop {
  const folder = join(realpathSync(tmpdir()), `mcpgen-e2e-${randomUUID()}`);
  const open = (): void => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(packageRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
  };
  return { folder, open, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
