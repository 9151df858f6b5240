// Writes dist/build-id, the digest of all that a compiler consists of: results that one build of it has cached are none of another's.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { files, dependencies, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const hash = createHash('sha256').update(JSON.stringify({ dependencies, version }));
for (const folder of files.filter((each) => statSync(join(root, each), { throwIfNoEntry: false })?.isDirectory())) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  for (const path of paths.sort()) {
    hash.update(JSON.stringify(path.slice(root.length))).update(readFileSync(path));
  }
}
writeFileSync(join(root, 'dist/build-id'), `${hash.digest('hex')}\n`);
