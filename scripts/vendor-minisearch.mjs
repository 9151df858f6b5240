// The search of the site: MiniSearch as browsers load it, without its comments, and with its licence. It is committed, and copied into every
// site; with `--check`, says whether it is what the installed version gives.
import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

const folder = new URL('../node_modules/minisearch/', import.meta.url);
const to = new URL('../templates/site/assets/minisearch.js', import.meta.url);

const { version, repository } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
const source = readFileSync(new URL('dist/umd/index.js', folder), 'utf8').replace(
  /\n\/\/# sourceMappingURL=.*\n?$/,
  '\n',
);
const licence = readFileSync(new URL('LICENSE.txt', folder), 'utf8').trim().replaceAll('\r\n', '\n');

const { outputText } = ts.transpileModule(source, {
  compilerOptions: { target: ts.ScriptTarget.ES2018, module: ts.ModuleKind.None, removeComments: true },
});
const url = String(repository.url ?? repository)
  .replace(/^git\+/, '')
  .replace(/\.git$/, '');
const text = `/*\nMiniSearch ${version} <${url}>\n\n${licence}\n*/\n${outputText.replaceAll(/^ +/gm, (indent) => ' '.repeat(indent.length / 4))}`;

if (process.argv.includes('--check')) {
  if (readFileSync(to, 'utf8').replaceAll('\r\n', '\n') !== text) {
    console.error(
      'templates/site/assets/minisearch.js is not what the installed version gives: node scripts/vendor-minisearch.mjs',
    );
    process.exitCode = 1;
  }
} else writeFileSync(to, text);
