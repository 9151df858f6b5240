// Puts the declarations that the library's own need into dist/declarations: of six hundred, those of the command and of what is inside are nobody's.
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../dist/${path}`, import.meta.url));

rmSync(at('declarations'), { recursive: true, force: true });
const wanted = new Set(['index.d.ts']);
for (const path of wanted) {
  cpSync(at(path), at(`declarations/${path}`));
  for (const [, specifier] of readFileSync(at(path), 'utf8').matchAll(/\b(?:from |import\()'(\.[^']+)\.js'/g)) {
    wanted.add(new URL(`${specifier}.d.ts`, `file:///${path}`).pathname.slice(1));
  }
}
