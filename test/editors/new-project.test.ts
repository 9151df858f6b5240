import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createNodeHost } from '../../src/host/node-host.js';
import { packageRoot } from '../../src/host/package-assets.js';
import { scaffold } from '../../src/init/scaffold.js';
import { readVersions } from '../../src/init/versions.js';
import { LanguageServer } from './support/language-server.js';

const packageFiles = createNodeHost(packageRoot);
const versions = readVersions(packageFiles);

test.each([false, true])(
  'bare %s: in a new project the server finds the schemas of the installed package',
  async (bare) => {
    const folder = mkdtempSync(join(tmpdir(), 'editors-'));
    const files = new Map(
      scaffold(packageFiles, { name: 'library-desk', bare, versions, mcpgen: '0.1.0' }).map(({ path, text }) => [
        path,
        text,
      ]),
    );
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(packageRoot, join(folder, 'node_modules/mcpgen'), 'junction');
    const server = await LanguageServer.start(folder);
    try {
      for (const path of ['mcpgen.yaml', bare ? 'manifests/tools.yaml' : 'manifests/library.yaml']) {
        const text = files.get(path) ?? '';
        expect(await (await server.open(path, text)).problems(), path).toEqual([]);
        const [problem] = await (await server.open(path, `${text}tol: []\n`)).problems();
        expect(problem?.message, path).toContain('tol');
      }
      // A file without the comment: the settings of the folder say which schema it has.
      const settings = JSON.parse(files.get('.vscode/settings.json') ?? '') as { 'yaml.schemas': object };
      await server.configure({ schemas: settings['yaml.schemas'] });
      const [problem] = await (await server.open('manifests/more.yaml', 'tols: []\n')).problems();
      expect(problem?.message).toContain('tols');
      expect(server.complaints).toEqual([]);
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  },
  60_000,
);
