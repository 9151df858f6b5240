import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildProject } from '../../../src/cli/build-project.js';
import { createNodeHost } from '../../../src/host/node-host.js';
import type { LimitName } from '../../../src/limits/limits.js';

const good = 'tools:\n  - { name: earlier, description: Says what was there before., inputSchema: { type: object } }\n';

/** Builds a project without a fault, whose output is the one that a failed build has to leave alone. */
export async function makeGoodProject(root: string): Promise<void> {
  writeProject(root, { 'manifests/tools.yaml': good });
  const { diagnostics } = await buildProject(createNodeHost(root), { check: false, force: false });
  if (diagnostics.length > 0) throw new Error(diagnostics.map((each) => each.message).join('\n'));
}

/** A copy of that project, output included, with other manifests. */
export function replaceManifests(
  from: string,
  root: string,
  manifests: Readonly<Record<string, string | Uint8Array>>,
): void {
  cpSync(from, root, { recursive: true, preserveTimestamps: true });
  rmSync(join(root, 'manifests'), { recursive: true });
  writeFiles(root, manifests);
}

export function writeProject(
  root: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  limits: Partial<Record<LimitName, number>> = {},
): void {
  const config = { mcpgen: 1, server: { name: 'hostile', version: '1.0.0' }, limits };
  writeFiles(root, { 'mcpgen.yaml': JSON.stringify(config), ...files });
}

export function writeFiles(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** Every file below a folder with its bytes and the time of its last change. */
export function snapshot(root: string): ReadonlyMap<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path, `${statSync(path).mtimeMs} ${readFileSync(path, 'latin1')}`]));
}
