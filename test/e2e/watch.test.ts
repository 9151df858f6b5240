import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { inTemporaryFolder } from '../init/temporary-folder.js';
import { config, endOfBuild, manifest, save, startWatching, type Watching, writeProject } from './watching.js';

const running = new Set<Watching>();

afterEach(async () => {
  for (const watching of running) await watching.end('SIGKILL');
  running.clear();
});

interface Watched extends Watching {
  readonly folder: string;
  readonly save: (path: string, text: string) => void;
  readonly text: (path: string) => string;
  /** True when the words stand in the module of the tools, which is absent for a moment while a build writes. */
  readonly isBuilt: (words: string) => boolean;
}

/** A project of so many tools under watch, after its first build. */
function watched(tools: number, work: (watched: Watched) => Promise<void>, nodeArguments?: readonly string[]) {
  return inTemporaryFolder(async (folder) => {
    if (tools > 0) writeProject(folder, tools);
    const watching = await startWatching(folder, nodeArguments);
    running.add(watching);
    await work({
      ...watching,
      folder,
      save: (path, text) => save(folder, path, text),
      text: (path) => readFileSync(join(folder, path), 'utf8'),
      isBuilt: (words) => {
        try {
          return readFileSync(join(folder, 'generated/tools/index.ts'), 'utf8').includes(words);
        } catch {
          return false;
        }
      },
    });
    // The folder goes before the process would.
    await watching.end('SIGKILL');
  });
}

/** Every file of the output with its text and the time of its last change. */
function outputOf(folder: string): Map<string, string> {
  const base = join(folder, 'generated');
  const paths = readdirSync(base, { recursive: true, encoding: 'utf8' }).map((path) => join(base, path));
  return new Map(
    paths
      .filter((path) => statSync(path).isFile())
      .map((path) => [path, `${statSync(path).mtimeMs}\n${readFileSync(path, 'utf8')}`]),
  );
}

test('with 100 tools, a save builds again, and only what it changes', () =>
  watched(100, async ({ folder, after, save, text }) => {
    const before = outputOf(folder);
    const times: number[] = [];
    for (const round of [1, 2, 3, 4, 5]) {
      const begin = performance.now();
      const printed = await after(() => save('manifests/tool_7.yaml', manifest('tool_7', `Does it better, ${round}.`)));
      times.push(Math.round(performance.now() - begin));
      expect(printed).toMatch(/^\nmanifests\/tool_7\.yaml changed\n/);
      expect(printed).toContain('updated   generated/tools/index.ts\n');
      expect(printed).not.toContain('tool_8');
      expect(text('generated/tools/index.ts')).toContain(`Does it better, ${round}.`);
    }
    console.log(`with 100 tools, from a save to the end of its build: ${times.join(', ')} ms`);
    const touched = [...outputOf(folder)].filter(([path, now]) => before.get(path) !== now).map(([path]) => path);
    expect(touched.map((path) => path.slice(folder.length + 1)).sort()).toEqual([
      'generated/client/index.ts',
      'generated/contract.json',
      'generated/docs/assets/tools.js',
      'generated/docs/contract.html',
      'generated/docs/index.html',
      'generated/docs/tools/tool_7.html',
      'generated/mcpgen.lock',
      'generated/tools/index.ts',
    ]);
  }));

test('survives a broken save, and keeps the output until the next good one', () =>
  watched(3, async ({ folder, after, save, text }) => {
    const before = outputOf(folder);
    const broken = await after(() =>
      save('manifests/tool_1.yaml', 'tools:\n  - name: tool_1\n    descripton: Typo.\n'),
    );
    expect(broken).toContain('manifests/tool_1.yaml changed');
    expect(broken).toContain('manifests/tool_1.yaml:3:5 - error manifest/unknown-key');
    const worse = await after(() => save('manifests/tool_1.yaml', 'tools: [\n'));
    expect(worse).toContain('error yaml/');
    expect(outputOf(folder)).toEqual(before);
    const good = await after(() => save('manifests/tool_1.yaml', manifest('tool_1', 'Whole again.')));
    expect(good).not.toContain('error');
    expect(text('generated/tools/index.ts')).toContain('Whole again.');
  }));

test('a new manifest, and a deleted one', () =>
  watched(2, async ({ folder, after, save, builds }) => {
    const added = await after(() => save('manifests/more/extra.yaml', manifest('extra', 'One more.')));
    expect(added).toContain('manifests/more/extra.yaml added');
    expect(added).toContain('created   src/handlers/extra.ts');
    const removed = await after(() => rmSync(join(folder, 'manifests/more'), { recursive: true }));
    expect(removed).toContain('manifests/more/extra.yaml removed');
    expect(removed).toContain('warning handlers/orphan');
    expect(removed).toContain('removed   generated/tools/extra.ts');
    expect(existsSync(join(folder, 'src/handlers/extra.ts'))).toBe(true);
    // The stub that it wrote itself did not make it build once more.
    expect(builds()).toBe(3);
  }));

test('a folder of manifests that goes and comes back', () =>
  watched(2, async ({ folder, after, text }) => {
    const [here, away] = [join(folder, 'manifests'), join(folder, 'elsewhere')];
    expect(await after(() => renameSync(here, away))).toContain('warning project/no-manifests');
    writeFileSync(join(away, 'tool_0.yaml'), manifest('tool_0', 'Came back.'));
    await after(() => renameSync(away, here));
    expect(text('generated/tools/index.ts')).toContain('Came back.');
  }));

test('a handler: what is wrong with it is said, and what it implements', () =>
  watched(2, async ({ after, save, text }) => {
    const path = 'src/handlers/tool_0.ts';
    const stub = text(path);
    expect(await after(() => save(path, `${stub}\nconst x = ;\n`))).toMatch(
      /src\/handlers\/tool_0\.ts changed\n[\s\S]*error handlers\/syntax/,
    );
    expect(await after(() => save(path, `${stub}\n// Mine.\n`))).toBe(
      `\n${path} changed\nno problems found\n${endOfBuild}`,
    );
  }));

test('mcpgen.yaml: what it says holds at once, also where things are', () =>
  watched(2, async ({ folder, after, save, text, builds }) => {
    expect(await after(() => save('mcpgen.yaml', `${config()}nonsense: 1\n`))).toContain('error manifest/unknown-key');
    // The new folders come into being only after mcpgen.yaml has named them.
    const moved = await after(() =>
      save('mcpgen.yaml', config({ manifests: 'api/contract', handlers: 'api/src/tools' })),
    );
    expect(moved).toMatch(/^\nmcpgen\.yaml changed\nwarning project\/no-manifests/);
    const added = await after(() => save('api/contract/all.yaml', manifest('moved', 'From another place.')));
    expect(added).toMatch(/^\napi\/contract\/all\.yaml added\n/);
    expect(added).toContain('created   api/src/tools/moved.ts');
    const count = builds();
    // Nobody looks at the old folders any more.
    save('manifests/tool_0.yaml', manifest('tool_0', 'Too late.'));
    const printed = await after(() => save('api/contract/all.yaml', manifest('moved', 'Seen in its new place.')));
    expect(printed).toMatch(/^\napi\/contract\/all\.yaml changed\n/);
    expect(text('generated/tools/index.ts')).toContain('Seen in its new place.');
    expect(await after(() => rmSync(join(folder, 'mcpgen.yaml')))).toContain('error project/no-config');
    expect(builds()).toBe(count + 2);
  }));

test('saves in quick succession, also during a build: the last of each counts', () =>
  watched(3, async ({ after, save, isBuilt }) => {
    await after(
      () => {
        save('manifests/tool_0.yaml', manifest('tool_0', 'First of two.'));
        save('manifests/tool_0.yaml', manifest('tool_0', 'Second of two.'));
        save('manifests/tool_1.yaml', manifest('tool_1', 'Saved beside it.'));
      },
      () => isBuilt('Second of two.') && isBuilt('Saved beside it.'),
    );
    let during = false;
    await after(
      () => save('manifests/tool_0.yaml', manifest('tool_0', 'Starts a build.')),
      (printed) => {
        if (!during && printed.includes('tool_0.yaml changed')) {
          during = true;
          save('manifests/tool_2.yaml', manifest('tool_2', 'Saved during it.'));
        }
        return isBuilt('Saved during it.') && isBuilt('Starts a build.');
      },
    );
  }));

test('a file that is written in place, or replaced after it was deleted', () =>
  watched(2, async ({ folder, after, isBuilt }) => {
    const path = join(folder, 'manifests/tool_0.yaml');
    await after(
      () => writeFileSync(path, manifest('tool_0', 'In place.')),
      () => isBuilt('In place.'),
    );
    await after(
      () => {
        rmSync(path);
        writeFileSync(path, manifest('tool_0', 'Replaced.'));
      },
      () => isBuilt('Replaced.'),
    );
  }));

test('what changes nothing builds nothing', () =>
  watched(2, async ({ folder, after, save, text, builds }) => {
    const path = join(folder, 'manifests/tool_0.yaml');
    utimesSync(path, new Date(), new Date());
    save('manifests/tool_0.yaml', text('manifests/tool_0.yaml'));
    writeFileSync(join(folder, 'manifests/.tool_0.yaml.swp'), 'an editor at work');
    writeFileSync(join(folder, 'notes.yaml'), 'no manifest');
    // Longer than it takes to notice; a build that was too many would be counted, or reported with the next one.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const printed = await after(() => save('manifests/tool_1.yaml', manifest('tool_1', 'A change at last.')));
    expect(printed).toMatch(/^\nmanifests\/tool_1\.yaml changed\n/);
    expect(builds()).toBe(2);
  }));

test('starts in an empty folder, and waits for a project', () =>
  watched(0, async ({ folder, after, output, text, isBuilt }) => {
    expect(output()).toContain('error project/no-config');
    await after(
      () => writeProject(folder, 1),
      (printed) => isBuilt('Does thing 0.') && printed.endsWith(endOfBuild),
    );
    expect(text('src/handlers/tool_0.ts')).toContain("export const tool = 'tool_0'");
  }));

test('without the help of the system it looks every second', () => {
  const refusing = `import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    fs.watch = () => { throw Object.assign(new Error('no watchers left'), { code: 'ENOSPC' }); };
    syncBuiltinESMExports();`;
  return watched(
    1,
    async ({ after, save, output, text }) => {
      expect(output()).toContain('the system cannot watch these files (ENOSPC): looking for changes every second\n');
      await after(() => save('manifests/tool_0.yaml', manifest('tool_0', 'Found by looking.')));
      expect(text('generated/tools/index.ts')).toContain('Found by looking.');
    },
    ['--import', `data:text/javascript,${encodeURIComponent(refusing)}`],
  );
});

test.each([[['SIGINT']], [['SIGTERM']], [['SIGINT', 'SIGINT']]] as const)(
  '%j ends it well, although a build failed',
  (signals) =>
    watched(1, async ({ after, save, end }) => {
      expect(await after(() => save('manifests/tool_0.yaml', 'tools: 1\n'))).toContain('1 error');
      expect(await end(...signals)).toBe(0);
    }),
);
