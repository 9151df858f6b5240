import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = resolve(import.meta.dirname, '../../src/runtime');

/** What a module imports, types included: they too must resolve where the module is copied to. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)';|^import '([^']+)';/gms)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

/** The modules that these entries need, and the packages that those need. */
function closureOf(entries: readonly string[]): { files: string[]; packages: string[] } {
  const files = new Set(entries);
  const packages = new Set<string>();
  for (const file of files) {
    for (const specifier of importsOf(file)) {
      if (specifier.startsWith('./')) files.add(specifier.slice(2).replace(/\.js$/, '.ts'));
      else
        packages.add(
          specifier
            .split('/')
            .slice(0, specifier.startsWith('@') ? 2 : 1)
            .join('/'),
        );
    }
  }
  return { files: [...files].sort(), packages: [...packages].sort() };
}

const SHARED = ['descriptor.ts', 'issues.ts', 'json.ts', 'unique-items.ts', 'validator.ts'];
const CLIENT = ['call.ts', 'client.ts', 'errors.ts', 'legacy-projection.ts', 'verify.ts'];

test('a client needs these modules, and no package of a server or of Node', () => {
  const { files, packages } = closureOf(['client.ts']);
  expect(files).toEqual([...SHARED, ...CLIENT].sort());
  expect(packages).toEqual(['@modelcontextprotocol/client', 'ajv', 'ajv-formats']);
});

test('a server needs all the others, and no package of a client', () => {
  const { files, packages } = closureOf(['server.ts', 'stdio.ts', 'http.ts']);
  expect(files).toEqual(
    readdirSync(FOLDER)
      .filter((file) => !CLIENT.includes(file))
      .sort(),
  );
  expect(packages.filter((name) => !name.startsWith('node:'))).toEqual([
    '@modelcontextprotocol/node',
    '@modelcontextprotocol/server',
    'ajv',
    'ajv-formats',
  ]);
});

test('only the module that serves HTTP needs the HTTP packages', () => {
  for (const file of readdirSync(FOLDER)) {
    const needsHttp = importsOf(file).some((name) => name === 'node:http' || name === '@modelcontextprotocol/node');
    expect(needsHttp, file).toBe(file === 'http.ts');
  }
});
