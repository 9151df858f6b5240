import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { expect, test } from 'vitest';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
const read = (folder: string) =>
  readdirSync(folder)
    .filter((name) => /\.c?js$/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
const texts = ['dist/bundle', 'dist/vendor'].flatMap(read);

/** What is required by a name that is no path, such as `ajv` of `require("ajv/dist/core")`. */
function packagesIn(text: string): readonly string[] {
  const names = [...text.matchAll(/\brequire\("((?:@[\w.-]+\/)?[\w:-][\w.:-]*)/g)].map(([, name = '']) => name);
  return names.filter((name) => !builtinModules.includes(name.replace(/^node:/, '')));
}

test('what is built needs the dependencies and nothing else: a package that is joined is none of them', () => {
  const needed = new Set(texts.flatMap(packagesIn));
  // oclif asks whether Yarn's resolver is there, and goes on without it.
  needed.delete('pnpapi');
  expect([...needed].sort()).toEqual(Object.keys(dependencies).sort());
});

test('the licences of joined packages are beside them, and none is of a kind that asks for more', () => {
  const licences = readFileSync('dist/bundle/LICENSES.txt', 'utf8');
  const joined = [...licences.matchAll(/^These modules hold (\S+) \S+ \((.*)\):$/gm)].map(([, name, licence]) => ({
    name,
    licence,
  }));
  const permissive = ['MIT', 'ISC', 'Apache-2.0', 'BSD-3-Clause', 'BlueOak-1.0.0'];
  expect(joined.filter(({ licence = '' }) => !permissive.includes(licence))).toEqual([]);
  const names = joined.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['@oclif/core', 'diff', 'handlebars', 'semver', 'yaml']));
  expect(names.filter((name = '') => Object.hasOwn(dependencies, name))).toEqual([]);
});
