import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SecondThread } from '../../src/cli/second-thread.js';
import { SourceFile } from '../../src/diagnostics/source-file.js';
import { emitModel } from '../../src/emit-model.js';
import { hasSecondProcessor } from '../../src/host/thread.js';
import { noDeadline } from '../../src/limits/deadline.js';
import { defaultLimits } from '../../src/limits/limits.js';
import { parseFiles } from '../../src/source/parse-files.js';
import { modelOf } from '../support/contract.js';

// Threads that do not do their part. Those that do are in test/e2e/threads.test.ts, since they need the bundle.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mcpgen-thread-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const head = "import { workerData } from 'node:worker_threads';\n";
/** Takes one file, and is never heard of again; then answers what nobody waits for any more. */
const forgets = `${head}workerData.once('message', ({ counts }) => {
  Atomics.add(counts, 0, 1);
  setTimeout(() => workerData.postMessage({ index: 0, record: undefined }), 1_500);
});\n`;
const modules = {
  'that cannot be started': undefined,
  'that throws': 'throw new Error("no");\n',
  'that ends': 'process.exit(0);\n',
  'that takes a file and forgets it': forgets,
};

const texts = Array.from({ length: 40 }, (_, index) => `a${index}: [${'word, '.repeat(1_200)}end]\n`);
const files = texts.map((text, index) => new SourceFile(`manifests/${index}.yaml`, text));
const model = modelOf('tools:\n  - name: one\n    inputSchema: { type: object }\n');

test.skipIf(!hasSecondProcessor()).each(Object.entries(modules))(
  'a thread %s costs time, and nothing else',
  async (name, code) => {
    const path = join(folder, `${name.replaceAll(' ', '-')}.mjs`);
    if (code !== undefined) writeFileSync(path, code);
    const thread = new SecondThread(pathToFileURL(path));
    try {
      const values = thread.parse(files, defaultLimits, noDeadline).map(({ rest }) => rest?.value);
      expect(values).toEqual(parseFiles(files, defaultLimits, noDeadline).map(({ rest }) => rest?.value));
      if (name.endsWith('forgets it')) return;
      expect(await thread.emit(model, 60, 1_000)).toEqual(await emitModel(model, noDeadline));
    } finally {
      thread.stop();
    }
  },
);

test.skipIf(!hasSecondProcessor())('what nobody waits for any more is not emitted here instead', async () => {
  const path = join(folder, 'busy.mjs');
  writeFileSync(path, 'setInterval(() => {}, 1_000);\n');
  const thread = new SecondThread(pathToFileURL(path));
  const emitted = thread.emit(model, 60, 1_000);
  thread.stop();
  const later = new Promise((resolve) => setTimeout(() => resolve('nothing'), 500));
  expect(await Promise.race([emitted, later])).toBe('nothing');
});
