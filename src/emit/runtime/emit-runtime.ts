import { isEnhanced } from '../../model/extensions.js';
import type { Model } from '../../model/model.js';
import type { EmittedFile } from '../emitted-file.js';

/** Reads a module of the runtime by its file name; the texts ship with the compiler and are tested there. */
export type ReadRuntime = (file: string) => string;

/** Modules that generated code imports itself, by what needs them. */
const entries = {
  tools: ['descriptor.ts'],
  server: ['handler.ts', 'http.ts', 'register.ts', 'server.ts', 'stdio.ts'],
  environment: ['environment.ts'],
  client: ['client.ts', 'errors.ts'],
  enhancedServer: ['declare-extensions.ts'],
  strictServer: ['require-core.ts'],
  enhancedClient: ['enhanced-client.ts', 'enhanced-types.ts'],
} as const;

/**
 * `runtime/`: the modules that this contract uses, and those that they import; nothing else. `more` are modules that generated
 * validators import.
 */
export function emitRuntime(model: Model, read: ReadRuntime, more: Iterable<string> = []): EmittedFile[] {
  const wanted = [...entriesOf(model), ...more];
  const texts = new Map<string, string>();
  for (let file = wanted.pop(); file !== undefined; file = wanted.pop()) {
    if (texts.has(file)) continue;
    const text = read(sourceOf(file, model));
    texts.set(file, text);
    for (const [, imported = ''] of text.matchAll(/ from '\.\/([\w-]+)\.js';$/gm)) wanted.push(`${imported}.ts`);
  }
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, text]) => ({
      path: `${model.paths.output}/runtime/${file}`,
      kind: 'generated',
      text: `${runtimeHeader}\n\n${text}`,
    }));
}

function entriesOf(model: Model): string[] {
  const { targets, environment, compatibilityMode } = model;
  const wanted: string[] = [...entries.tools];
  if (targets.includes('server')) {
    wanted.push(...entries.server);
    if (environment.length > 0) wanted.push(...entries.environment);
    if (isEnhanced(model)) wanted.push(...entries.enhancedServer);
    if (compatibilityMode === 'strict') wanted.push(...entries.strictServer);
  }
  if (targets.includes('client')) {
    wanted.push(...entries.client);
    if (isEnhanced(model)) wanted.push(...entries.enhancedClient);
  }
  return wanted;
}

/** With precompiled validators, one module stands in for another that would bring a compiler of schemas along. */
function sourceOf(file: string, { validators }: Model): string {
  return file === 'validator.ts' && validators === 'precompiled' ? 'validator-precompiled.ts' : file;
}

const runtimeHeader = '// Copied by mcpgen from its tested runtime. Do not edit.';
