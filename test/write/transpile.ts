import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Our own stages as plain modules below `folder`, for tests that need a process of their own. Gives where they are. */
export function transpileStages(folder: string): string {
  const target = join(folder, 'compiled');
  for (const stage of ['host', 'write', 'diagnostics', 'vendored', 'json.ts']) {
    const source = join(project, 'src', stage);
    const names = stage.endsWith('.ts') ? [''] : fs.readdirSync(source, { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((each) => join(stage, each).endsWith('.ts'))) {
      const { outputText } = ts.transpileModule(fs.readFileSync(join(source, name), 'utf8'), {
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true },
      });
      const path = join(target, stage, name).replace(/\.ts$/, '.js');
      fs.mkdirSync(dirname(path), { recursive: true });
      fs.writeFileSync(path, outputText);
    }
  }
  fs.writeFileSync(join(target, 'package.json'), '{"type":"module"}');
  fs.symlinkSync(join(project, 'node_modules'), join(target, 'node_modules'), 'junction');
  return target;
}
