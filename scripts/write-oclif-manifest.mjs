// Writes oclif.manifest.json from the built commands, so that starting mcpgen imports only the command that runs.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Plugin } from '@oclif/core';

const root = fileURLToPath(new URL('..', import.meta.url));
const plugin = new Plugin({ root, ignoreManifest: true, errorOnManifestCreate: true, respectNoCacheDefault: true });
await plugin.load();

/** Members in a fixed order: the commands are found in the order of the file system. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}

const { commands, version } = plugin.manifest;
writeFileSync(`${root}/oclif.manifest.json`, `${JSON.stringify({ commands: sorted(commands), version }, null, 2)}\n`);
