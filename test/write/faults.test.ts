import { expect, test } from 'vitest';
import { Killed } from '../../src/host/memory-faults.js';
import { createMemoryHost, type MemoryHost } from '../../src/host/memory-host.js';
import { recover } from '../../src/write/recover.js';
import { build, codesOf, completed, once, requestOf, statusesOf, write } from './support.js';

/** A build that creates, updates, removes, keeps, leaves an extra file, writes a stub and completes a handler. */
const before = requestOf({ 'keep.ts': '1\n', 'tools/old.ts': '2\n', 'tools/both.ts': '3\n', 'x/y.ts': '4\n' });
const after = requestOf(
  { 'keep.ts': '1\n', 'tools/new.ts': '5\n', 'tools/both.ts': '6\n', 'fresh/z.ts': '7\n' },
  { files: [once('src/handlers/new.ts', 'stub\n'), completed('src/main.ts', 'one\ntwo\n')] },
);

interface Situation {
  readonly title: string;
  readonly foldersAreBusy: boolean;
  readonly isFirst: boolean;
}

const situations: Situation[] = [
  { title: 'a first build', foldersAreBusy: false, isFirst: true },
  { title: 'a changed build', foldersAreBusy: false, isFirst: false },
  { title: 'a changed build where folders cannot be renamed', foldersAreBusy: true, isFirst: false },
];

function prepare({ foldersAreBusy, isFirst }: Situation): MemoryHost {
  const host = createMemoryHost({ 'src/main.ts': 'one\n', 'mcpgen.yaml': 'x' });
  if (!isFirst) {
    expect(build(host, before).ok).toBe(true);
    write(host, 'generated/extra.md', 'mine');
  }
  host.foldersAreBusy = foldersAreBusy;
  host.faults.reset();
  return host;
}

function operationsOf(situation: Situation): number {
  const host = prepare(situation);
  expect(build(host, after).ok).toBe(true);
  return host.faults.count;
}

/** Everything but the stamps of what was written, since those follow from the order of the writing. */
function textsOf(host: MemoryHost, folder = '.'): Map<string, string | undefined> {
  return new Map(host.listFiles(folder).map((path) => [path, host.textOf(path)]));
}

function finished(situation: Situation): MemoryHost {
  const host = prepare(situation);
  build(host, after);
  return host;
}

for (const situation of situations) {
  test(`${situation.title}: one failing operation, whichever, leaves the old or the new tree and nothing else`, () => {
    const total = operationsOf(situation);
    const fresh = textsOf(finished(situation));
    let failures = 0;
    for (let n = 1; n <= total; n++) {
      const host = prepare(situation);
      const old = host.snapshot();
      host.faults.failAt(n, 'ENOSPC');
      const report = build(host, after);
      host.faults.reset();
      if (report.ok) {
        expect(textsOf(host), `operation ${n}`).toEqual(fresh);
      } else {
        failures += 1;
        expect(host.snapshot(), `operation ${n}`).toEqual(old);
        const codes = codesOf(report).filter((code) => code !== 'output/extra');
        expect(['output/write-failed', 'output/unreadable'], `operation ${n}`).toContain(codes.at(-1));
        expect(Object.values(statusesOf(report)), `operation ${n}`).not.toContain('created');
      }
      expect(build(host, after).ok, `after operation ${n}`).toBe(true);
      expect(textsOf(host), `after operation ${n}`).toEqual(fresh);
    }
    // What fails before the lock is taken is tried again under it; tidying up at the end may fail.
    expect(failures).toBeGreaterThan(total / 2);
  });

  test(`${situation.title}: a kill at any operation leaves the old or the new output after recovery, and mostly before`, () => {
    const total = operationsOf(situation);
    const fresh = textsOf(finished(situation), 'generated');
    const seen = new Set<string>();
    for (let n = 1; n <= total; n++) {
      const host = prepare(situation);
      const old = textsOf(host, 'generated');
      const author = host.textOf('src/main.ts');
      host.faults.killAt(n);
      expect(() => build(host, after)).toThrow(Killed);
      host.faults.revive();

      const name = (found: ReadonlyMap<string, string | undefined>): string => {
        if (isSame(found, old)) return 'old';
        if (isSame(found, fresh)) return 'new';
        return found.size === 0 ? 'absent' : 'mixed';
      };
      const left = name(textsOf(host, 'generated'));
      seen.add(left);
      expect([author, 'one\ntwo\n'], `operation ${n}`).toContain(host.textOf('src/main.ts'));
      expect([undefined, 'stub\n'], `operation ${n}`).toContain(host.textOf('src/handlers/new.ts'));

      recover(host, 'generated');
      expect(['old', 'new'], `operation ${n}`).toContain(name(textsOf(host, 'generated')));
      expect(host.kindOf('.mcpgen-generated')).toBe('absent');
      expect(build(host, after).ok, `after operation ${n}`).toBe(true);
      expect(textsOf(host), `after operation ${n}`).toEqual(textsOf(finished(situation)));
    }
    // Between the two renames there is no output folder; file by file there is a mixture. Both are recovered.
    const expected = { first: ['old', 'new'], swap: ['old', 'absent', 'new'], files: ['old', 'mixed', 'new'] };
    const kind = situation.isFirst ? 'first' : situation.foldersAreBusy ? 'files' : 'swap';
    expect([...seen]).toEqual(expected[kind]);
  });

  test(`${situation.title}: a kill during the recovery from a kill is recovered from`, () => {
    const total = operationsOf(situation);
    for (let n = 1; n <= total; n += 3) {
      for (let m = 1; m <= 12; m++) {
        const host = prepare(situation);
        const old = textsOf(host, 'generated');
        host.faults.killAt(n);
        expect(() => build(host, after)).toThrow(Killed);
        host.faults.revive();
        host.faults.killAt(m);
        try {
          recover(host, 'generated');
        } catch (error) {
          expect(error).toBeInstanceOf(Killed);
        }
        host.faults.revive();
        recover(host, 'generated');
        const found = textsOf(host, 'generated');
        const fresh = textsOf(finished(situation), 'generated');
        expect(isSame(found, old) || isSame(found, fresh), `operations ${n}, ${m}`).toBe(true);
      }
    }
  });
}

test('when putting back fails too, that is said, and the next build starts with it', () => {
  const host = prepare({ title: '', foldersAreBusy: false, isFirst: false });
  const old = textsOf(host, 'generated');
  const rename = host.rename.bind(host);
  let renames = 0;
  Object.assign(host, {
    rename(from: string, to: string) {
      if (to.startsWith('src')) return rename(from, to);
      renames += 1;
      // The old folder goes away, and then nothing comes back.
      if (renames > 1) host.faults.failAt(1, 'EROFS');
      return rename(from, to);
    },
  });
  const report = build(host, after);
  host.faults.reset();
  expect(codesOf(report)).toEqual(['output/extra', 'output/restore-failed']);
  expect(host.kindOf('generated')).toBe('absent');
  Object.assign(host, { rename });
  recover(host, 'generated');
  expect(textsOf(host, 'generated')).toEqual(old);
});

test('a file that is saved into the output folder during the build is not lost', () => {
  const host = prepare({ title: '', foldersAreBusy: false, isFirst: false });
  const uninterrupted = host.uninterrupted.bind(host);
  Object.assign(host, {
    uninterrupted<T>(work: () => T): T {
      write(host, 'generated/notes/late.md', 'just saved');
      return uninterrupted(work);
    },
  });
  expect(build(host, after).ok).toBe(true);
  expect(host.textOf('generated/notes/late.md')).toBe('just saved');
});

test('a second build waits for the first, and gives up with a diagnostic', () => {
  const host = prepare({ title: '', foldersAreBusy: false, isFirst: false });
  const held = host.lock('.mcpgen-generated.lock', 0);
  const old = host.snapshot();
  const report = build(host, after);
  expect(codesOf(report)).toEqual(['output/extra', 'output/interrupted', 'output/busy']);
  expect(host.snapshot()).toEqual(old);
  held?.release();
  expect(build(host, after).ok).toBe(true);
});

test('a work folder that a stranger made leads nowhere outside the output folder', () => {
  for (const path of ['../src/main.ts', '/src/main.ts', 'a\\b', '..']) {
    const host = prepare({ title: '', foldersAreBusy: false, isFirst: false });
    const journal = { created: [path], updated: [path], removed: [path] };
    write(host, '.mcpgen-generated/journal.json', JSON.stringify(journal));
    write(host, `.mcpgen-generated/previous/main.ts`, 'evil');
    recover(host, 'generated');
    expect(host.textOf('src/main.ts')).toBe('one\n');
    expect(host.kindOf('.mcpgen-generated')).toBe('absent');
  }
  const host = prepare({ title: '', foldersAreBusy: false, isFirst: false });
  const old = host.snapshot();
  host.addLink('.mcpgen-generated', 'src');
  recover(host, 'generated');
  expect(host.snapshot()).toEqual(old);
});

function isSame(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);
}
