import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Where the files seem to be: inside this repository, so that its packages are found, and in a folder that is not there. */
const root = fileURLToPath(new URL('../../golden/.compiled', import.meta.url)).replaceAll('\\', '/');

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts'],
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Type-checks files in memory in one program, each by its path below an imagined folder; what is wrong, in words. */
export function compile(files: ReadonlyMap<string, string>): string[] {
  const texts = new Map([...files].map(([path, text]) => [`${root}/${path}`, text]));
  const folders = new Set<string>();
  for (const path of texts.keys()) {
    for (let folder = dirname(path); folder.startsWith(root); folder = dirname(folder)) folders.add(folder);
  }
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, directoryExists, getSourceFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists.call(host, path);
  host.readFile = (path) => texts.get(path) ?? readFile.call(host, path);
  host.directoryExists = (path) => folders.has(path) || (directoryExists?.call(host, path) ?? true);
  host.getSourceFile = (path, languageVersion, ...rest) => {
    const text = texts.get(path);
    return text === undefined
      ? getSourceFile.call(host, path, languageVersion, ...rest)
      : ts.createSourceFile(path, text, languageVersion);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const where = file === undefined ? '' : `${file.fileName.replace(`${root}/`, '')}: `;
    return where + ts.flattenDiagnosticMessageText(messageText, '\n');
  });
}
