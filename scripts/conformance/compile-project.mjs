import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true };

/**
 * Turns the TypeScript of a project of this checkout into JavaScript that plain Node runs, without checking types:
 * `npm run typecheck` does that. The dependencies are those of the checkout.
 */
export function compileProject(project, target, parts = ['generated', 'src']) {
  for (const part of parts) {
    for (const file of readdirSync(join(project, part), { recursive: true })) {
      if (!file.endsWith('.ts')) continue;
      const compiled = join(target, part, file.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(compiled), { recursive: true });
      const source = readFileSync(join(project, part, file), 'utf8');
      writeFileSync(compiled, ts.transpileModule(source, { compilerOptions }).outputText);
    }
  }
  writeFileSync(join(target, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(CHECKOUT, 'node_modules'), join(target, 'node_modules'), 'junction');
  return target;
}
