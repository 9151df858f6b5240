// `npm ci` wants every optional package of every platform in the lock file, also those that the registry in use did not serve
// when the lock was written: a mirror may hold only some platforms. Adds what is missing, pinned to the version that its parent
// names. Run it after `npm install` changed package-lock.json.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;

/** Where Node would find a dependency of the package at `path`, if the lock has it. */
function isLocked(path, name) {
  for (let base = path; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    if (packages[base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`] !== undefined) return true;
    if (base === '') return false;
  }
}

const pick = (name, words) => words.filter((word) => new RegExp(`(^|[-/])${word}($|[-/])`).test(name)).slice(0, 1);

for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isLocked(path, name)) continue;
    const os = pick(name, [
      'android',
      'darwin',
      'freebsd',
      'linux',
      'win32',
      'openharmony',
      'aix',
      'netbsd',
      'openbsd',
      'sunos',
    ]);
    const cpu = pick(name, [
      'arm64',
      'arm',
      'x64',
      'ia32',
      'ppc64',
      's390x',
      'riscv64',
      'loong64',
      'mips64el',
      'wasm32',
    ]);
    const libc = /-musl/.test(name) ? ['musl'] : /-gnu/.test(name) ? ['glibc'] : [];
    packages[`node_modules/${name}`] = {
      version,
      ...(cpu.length > 0 && { cpu }),
      ...(dev && { dev }),
      optional: true,
      ...(os.length > 0 && { os }),
      ...(libc.length > 0 && { libc }),
    };
    console.error(`added ${name} ${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
