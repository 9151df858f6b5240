import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { packageRoot } from '../../../src/host/package-assets.js';

/** A compiler of TypeScript, and how it resolves modules. */
export interface TypeCheck {
  readonly title: string;
  readonly compiler: string;
  readonly resolution: 'NodeNext' | 'Bundler';
}

const compilers = ['typescript', 'typescript-6', 'typescript-7'];
const resolutions = ['NodeNext', 'Bundler'] as const;

/** Every supported compiler with every supported resolution, the newest first: it is several times as quick. */
export const typeChecks: readonly TypeCheck[] = [...compilers].reverse().flatMap((compiler) => {
  const manifest = readFileSync(join(packageRoot, 'node_modules', compiler, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const title = `TypeScript ${version.split('.').slice(0, 2).join('.')}`;
  return resolutions.map((resolution) => ({ title: `${title}, ${resolution}`, compiler, resolution }));
});

/** Stricter than the projects that `init` makes: what passes here passes in any project. */
const strictest = {
  target: 'ES2023',
  lib: ['ES2023'],
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  noFallthroughCasesInSwitch: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  forceConsistentCasingInFileNames: true,
  skipLibCheck: false,
  incremental: false,
};

/** Folder of a type check's JavaScript. */
export const emitted = 'emitted';

/** Projects of a type check whose runtime stands in one place: see share-runtime.ts. */
export interface Sharing {
  readonly projects: readonly string[];
  /** The folder that has `runtime`, as their output folders had. */
  readonly shared: string;
}

/**
 * Type-checks all projects below the folder as one program, or those that share their runtime; gives the compiler's output, nothing when
 * all is well.
 */
export async function typeCheck(folder: string, check: TypeCheck, emit: boolean, sharing?: Sharing): Promise<string> {
  const compilerOptions = {
    ...strictest,
    module: check.resolution === 'NodeNext' ? 'NodeNext' : 'ESNext',
    moduleResolution: check.resolution,
    ...(emit ? { rootDir: '.', outDir: emitted } : { noEmit: true }),
    ...(sharing && { rootDirs: [sharing.shared, ...sharing.projects.map((each) => `${each}/generated`)] }),
  };
  const include = sharing
    ? [sharing.shared, ...sharing.projects.flatMap((each) => [`${each}/generated`, `${each}/src`])]
    : ['*/generated', '*/src'];
  const config = join(folder, `${check.compiler}.${check.resolution}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions, include }));
  return runCompiler(check.compiler, folder, ['-p', config]);
}

/** Runs one of the compilers; what it prints, or how it ended when it failed without a word. */
export async function runCompiler(compiler: string, folder: string, args: readonly string[]): Promise<string> {
  const tsc = join(packageRoot, 'node_modules', compiler, 'bin/tsc');
  const child = spawn(process.execPath, [tsc, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<string>((resolve) => {
    child.once('close', (code, signal) => resolve(code === 0 ? '' : `ended with ${code ?? signal}`));
  });
  const [stdout, stderr, end] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return [stdout, stderr, end].filter((each) => each !== '').join('\n');
}
