import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { analyse } from '../../src/compile.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { createMemoryHost, type MemoryHost } from '../../src/host/memory-host.js';

export const rulesFolder = fileURLToPath(new URL('.', import.meta.url));

/** One manifest below `test/rules/<rule>/valid` or `invalid`; the README there says what stands beside it. */
export interface Fixture {
  readonly rule: string;
  readonly isValid: boolean;
  /** Without the ending. */
  readonly name: string;
  /** Absolute, without the ending. */
  readonly path: string;
}

export function readFixtures(): Fixture[] {
  return foldersIn(rulesFolder).flatMap((rule) =>
    ['valid', 'invalid'].flatMap((kind) =>
      filesIn(`${rulesFolder}${rule}/${kind}`)
        .filter((file) => /^[\w-]+\.yaml$/.test(file))
        .map((file): Fixture => {
          const name = file.slice(0, -'.yaml'.length);
          return { rule, isValid: kind === 'valid', name, path: `${rulesFolder}${rule}/${kind}/${name}` };
        }),
    ),
  );
}

export const manifestPath = 'manifests/tools.yaml';

/** The project of a fixture: its manifest, and an mcpgen.yaml that asks for its rule alone. */
export function hostOf({ rule, path }: Fixture, text = readFileSync(`${path}.yaml`, 'utf8')): MemoryHost {
  const options = existsSync(`${path}.options.json`) ? JSON.parse(readFileSync(`${path}.options.json`, 'utf8')) : {};
  const more = existsSync(`${path}.config.txt`) ? readFileSync(`${path}.config.txt`, 'utf8') : '';
  const lint = { ruleset: 'none', rules: { [rule]: { level: 'warning', ...options } } };
  const config = `mcpgen: 1\nserver: { name: test, version: 1.0.0 }\nlint: ${JSON.stringify(lint)}\n${more}`;
  return createMemoryHost({ 'mcpgen.yaml': config, [manifestPath]: text });
}

/** What the rule finds, and nothing else: any other finding means that the fixture itself is wrong. */
export function findingsOf(fixture: Fixture, text?: string): readonly Diagnostic[] {
  const { diagnostics } = analyse(hostOf(fixture, text));
  const others = diagnostics.filter(({ code }) => code !== `lint/${fixture.rule}`);
  if (others.length > 0) {
    throw new Error(`${fixture.path}: ${others.map(({ code, message }) => `${code}: ${message}`).join('; ')}`);
  }
  return diagnostics;
}

function foldersIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries
    .map(({ name }) => name)
    .filter((name) => existsSync(`${folder}${name}/valid`))
    .sort();
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
