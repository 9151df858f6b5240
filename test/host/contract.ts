import { expect, test } from 'vitest';
import { type Host, HostError } from '../../src/host/host.js';

/** One host under test, and what a Host itself cannot make. */
export interface Bench {
  readonly host: Host;
  addLink(path: string, target: string): void;
  addPipe(path: string): void;
  /** Equal before and after means that the file was not written. */
  stamp(path: string): number | undefined;
  /** A file beside the root, named by how a link inside the root would reach it. */
  readonly outside: string;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(host: Host, path: string): string | undefined {
  const found = host.readFile(path);
  return found === undefined ? undefined : new TextDecoder().decode(found);
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof HostError) return error.systemCode;
    throw error;
  }
  return 'nothing was thrown';
}

/** What every Host promises. */
export function hostContract(name: string, open: () => Bench): void {
  const check = (title: string, body: (bench: Bench) => void): void => {
    test(`${name}: ${title}`, () => body(open()));
  };

  check('reads back what it wrote, and nothing where nothing is', ({ host }) => {
    host.writeFile('a/b/c.txt', bytes('hello'));
    expect(read(host, 'a/b/c.txt')).toBe('hello');
    host.writeFile('a/b/c.txt', bytes('shorter'.slice(0, 3)));
    expect(read(host, 'a/b/c.txt')).toBe('sho');
    expect(host.readFile('a/none.txt')).toBeUndefined();
    expect(host.readFile('none/none.txt')).toBeUndefined();
  });

  check('says what stands at a path', ({ host, addLink, addPipe }) => {
    host.writeFile('a/b.txt', bytes(''));
    addLink('link', 'a');
    addPipe('pipe');
    expect(['a', 'a/b.txt', 'link', 'pipe', 'none', 'none/deeper', '.'].map((path) => host.kindOf(path))).toEqual([
      'directory',
      'file',
      'symlink',
      'other',
      'absent',
      'absent',
      'directory',
    ]);
  });

  check('refuses every path that leaves the root, in every operation', ({ host }) => {
    host.writeFile('a.txt', bytes('a'));
    for (const path of ['../x', 'a/../../x', '/etc/x', 'C:/x', 'a\\b', 'a\0b', '', './a', 'a//b', 'a/']) {
      const operations = [
        () => host.readFile(path),
        () => host.writeFile(path, bytes('x')),
        () => host.link('a.txt', path),
        () => host.link(path, 'y'),
        () => host.rename('a.txt', path),
        () => host.rename(path, 'y'),
        () => host.remove(path),
        () => host.removeTree(path),
        () => host.listFiles(path),
        () => host.kindOf(path),
        () => host.lock(path, 0),
      ];
      expect(operations.map(codeOf), JSON.stringify(path)).toEqual(operations.map(() => 'OUTSIDE'));
    }
    for (const change of [() => host.removeTree('.'), () => host.remove('.'), () => host.rename('.', 'y')]) {
      expect(codeOf(change)).toBe('OUTSIDE');
    }
    expect(read(host, 'a.txt')).toBe('a');
  });

  check('reads through a link that stays inside, and through no other', ({ host, addLink, outside }) => {
    host.writeFile('real/a.txt', bytes('inside'));
    addLink('file-link', 'real/a.txt');
    addLink('folder-link', 'real');
    addLink('out', outside);
    addLink('real/up', `../${outside}`);
    addLink('dangling', 'real/none');
    expect(read(host, 'file-link')).toBe('inside');
    expect(read(host, 'folder-link/a.txt')).toBe('inside');
    expect(codeOf(() => host.readFile('out'))).toBe('OUTSIDE');
    expect(codeOf(() => host.readFile('real/up'))).toBe('OUTSIDE');
    expect(codeOf(() => host.readFile('dangling'))).toBe('ENOENT');
  });

  check('changes nothing through a link', ({ host, addLink }) => {
    host.writeFile('real/a.txt', bytes('a'));
    host.writeFile('b.txt', bytes('b'));
    addLink('folder', 'real');
    addLink('file', 'real/a.txt');
    const operations = [
      () => host.writeFile('folder/new.txt', bytes('x')),
      () => host.writeFile('file', bytes('x')),
      () => host.link('folder/a.txt', 'c.txt'),
      () => host.link('file', 'c.txt'),
      () => host.link('b.txt', 'folder/b.txt'),
      () => host.rename('b.txt', 'folder/b.txt'),
      () => host.remove('folder/a.txt'),
      () => host.removeTree('folder/sub'),
      () => host.listFiles('folder'),
      () => host.lock('folder/lock', 0),
    ];
    expect(operations.map(codeOf)).toEqual(operations.map(() => 'ELOOP'));
    expect(host.listFiles('.')).toEqual(['b.txt', 'real/a.txt']);
    expect(read(host, 'real/a.txt')).toBe('a');
  });

  check('removes a link and not what it points to', ({ host, addLink }) => {
    host.writeFile('real/a.txt', bytes('a'));
    addLink('trap/file', '../real/a.txt');
    addLink('trap/folder', '../real');
    addLink('one', 'real/a.txt');
    host.removeTree('trap');
    host.remove('one');
    expect(host.listEntries('.')).toEqual([{ path: 'real/a.txt', kind: 'file' }]);
  });

  check('opens no pipe', ({ host, addPipe }) => {
    addPipe('pipe');
    expect(codeOf(() => host.readFile('pipe'))).toBe('EINVAL');
    expect(codeOf(() => host.writeFile('pipe', bytes('x')))).toBe('EINVAL');
    expect(codeOf(() => host.link('pipe', 'y'))).toBe('EINVAL');
  });

  check('takes a folder for no file, and a file for no folder', ({ host }) => {
    host.writeFile('a/b.txt', bytes('b'));
    expect(codeOf(() => host.readFile('a'))).toBe('EISDIR');
    expect(codeOf(() => host.writeFile('a', bytes('x')))).toBe('EISDIR');
    expect(codeOf(() => host.remove('a'))).toBe('EISDIR');
    expect(codeOf(() => host.writeFile('a/b.txt/c', bytes('x')))).toBe('ENOTDIR');
    expect(codeOf(() => host.listFiles('a/b.txt'))).toBe('ENOTDIR');
  });

  check('reads at most as much as it may', ({ host }) => {
    host.writeFile('a.txt', bytes('12345'));
    expect(host.readFile('a.txt', { maxBytes: 5 })?.length).toBe(5);
    expect(codeOf(() => host.readFile('a.txt', { maxBytes: 4 }))).toBe('EFBIG');
  });

  check('creates exclusively only what is not there', ({ host }) => {
    host.writeFile('a.txt', bytes('first'), { exclusive: true });
    expect(codeOf(() => host.writeFile('a.txt', bytes('second'), { exclusive: true }))).toBe('EEXIST');
    expect(read(host, 'a.txt')).toBe('first');
  });

  check('creates a folder with all that is in it', ({ host }) => {
    const files = [
      ['a.txt', bytes('a')],
      ['deep/er/b.txt', bytes('b')],
      ['deep/c.txt', bytes('')],
    ] as const;
    host.createFolder('some/new', files);
    expect(host.listFiles('.')).toEqual(['some/new/a.txt', 'some/new/deep/c.txt', 'some/new/deep/er/b.txt']);
    expect(read(host, 'some/new/deep/er/b.txt')).toBe('b');
    expect(codeOf(() => host.createFolder('some/new', files))).toBe('EEXIST');
    expect(codeOf(() => host.createFolder('some/new/a.txt', []))).toBe('EEXIST');
    expect(codeOf(() => host.createFolder('some/new/a.txt/b', files))).toBe('ENOTDIR');
    expect(codeOf(() => host.createFolder('twice', [...files, ...files]))).toBe('EEXIST');
    expect(
      codeOf(() =>
        host.createFolder('mixed', [
          ['a', bytes('')],
          ['a/b', bytes('')],
        ]),
      ),
    ).toMatch(/EEXIST|ENOTDIR/);
    expect(read(host, 'some/new/a.txt')).toBe('a');
  });

  check('creates a folder neither through a link nor over one, nor outside', ({ host, addLink, outside }) => {
    host.writeFile('real/a.txt', bytes('a'));
    addLink('link', 'real');
    addLink('dangling', 'none');
    addLink('out', outside);
    const files = [['x.txt', bytes('x')]] as const;
    expect(codeOf(() => host.createFolder('link/new', files))).toBe('ELOOP');
    for (const path of ['link', 'dangling', 'out']) expect(codeOf(() => host.createFolder(path, files))).toBe('EEXIST');
    for (const path of ['../new', '/new', '.']) expect(codeOf(() => host.createFolder(path, files))).toBe('OUTSIDE');
    for (const [index, name] of ['../x.txt', '/x.txt', 'a/../../x.txt', ''].entries()) {
      expect(codeOf(() => host.createFolder(`new${index}`, [[name, bytes('x')]]))).toBe('OUTSIDE');
    }
    expect(host.listFiles('.')).toEqual(['real/a.txt']);
  });

  check('links: a second name that keeps bytes and time, never over a file', ({ host, stamp }) => {
    host.writeFile('a.txt', bytes('a'));
    host.writeFile('b.txt', bytes('b'));
    const before = stamp('a.txt');
    host.link('a.txt', 'new/folder/c.txt');
    expect(read(host, 'new/folder/c.txt')).toBe('a');
    expect(stamp('new/folder/c.txt')).toBe(before);
    expect(codeOf(() => host.link('a.txt', 'b.txt'))).toBe('EEXIST');
    expect(codeOf(() => host.link('none', 'd.txt'))).toBe('ENOENT');
    host.remove('a.txt');
    expect(read(host, 'new/folder/c.txt')).toBe('a');
  });

  check('renames files over files, and whole folders', ({ host, stamp }) => {
    host.writeFile('from/a.txt', bytes('new'));
    host.writeFile('to.txt', bytes('old'));
    host.writeFile('from/deep/b.txt', bytes('b'));
    const before = stamp('from/a.txt');
    host.rename('from/a.txt', 'to.txt');
    expect(read(host, 'to.txt')).toBe('new');
    expect(stamp('to.txt')).toBe(before);
    host.rename('from', 'other/place');
    expect(host.listFiles('.')).toEqual(['other/place/deep/b.txt', 'to.txt']);
    expect(host.kindOf('from')).toBe('absent');
    expect(codeOf(() => host.rename('none', 'x'))).toBe('ENOENT');
    expect(codeOf(() => host.rename('to.txt', 'other'))).toBe('EISDIR');
  });

  check('removes files with the folders that become empty, and no other', ({ host }) => {
    host.writeFile('a/b/c/d.txt', bytes('d'));
    host.writeFile('a/e.txt', bytes('e'));
    host.remove('a/b/c/d.txt');
    expect(host.kindOf('a/b')).toBe('absent');
    expect(host.kindOf('a')).toBe('directory');
    host.remove('a/none.txt');
    host.remove('none/none.txt');
    host.removeTree('none');
    expect(host.listFiles('.')).toEqual(['a/e.txt']);
    host.removeTree('a');
    expect(host.kindOf('a')).toBe('absent');
  });

  check('lists files recursively in the order of their code units, links and pipes apart', ({ host, ...bench }) => {
    for (const path of ['l/b.txt', 'l/a/z.txt', 'l/a.txt', 'l/B.txt', 'l/ä.txt', 'other/x.txt']) {
      host.writeFile(path, bytes(''));
    }
    bench.addLink('l/link', 'a');
    bench.addPipe('l/pipe');
    const files = ['l/B.txt', 'l/a.txt', 'l/a/z.txt', 'l/b.txt', 'l/ä.txt'];
    expect(host.listFiles('l')).toEqual(files);
    expect(host.listFiles('.')).toEqual([...files, 'other/x.txt']);
    expect(host.listEntries('l').filter((each) => each.kind !== 'file')).toEqual([
      { path: 'l/link', kind: 'symlink' },
      { path: 'l/pipe', kind: 'other' },
    ]);
    expect(host.listFiles('none')).toEqual([]);
  });

  check('gives a lock to one at a time', ({ host }) => {
    const first = host.lock('deep/lock', 0);
    expect(first).toBeDefined();
    expect(host.lock('deep/lock', 0)).toBeUndefined();
    first?.release();
    const second = host.lock('deep/lock', 0);
    expect(second).toBeDefined();
    first?.release();
    expect(host.lock('deep/lock', 0)).toBeUndefined();
    second?.release();
    expect(host.listFiles('.')).toEqual([]);
  });

  check('gives back what uninterrupted work gives, and throws what it throws', ({ host }) => {
    expect(host.uninterrupted(() => 7)).toBe(7);
    expect(() =>
      host.uninterrupted(() => {
        throw new RangeError('mine');
      }),
    ).toThrow(RangeError);
  });
}
