import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net, { type AddressInfo } from 'node:net';
import { resolve, sep } from 'node:path';
import type { Host } from '../../../src/host/host.js';

/** A listener on the loopback interface that counts who calls. */
export interface Listener {
  readonly port: number;
  readonly calls: () => number;
  close(): void;
}

export async function listen(): Promise<Listener> {
  let calls = 0;
  const server = net.createServer((socket) => {
    calls++;
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { port, calls: () => calls, close: () => server.close() };
}

/** Every path that this process opens, lists, writes, links, renames or removes, and every connection that it tries. */
export interface Trap {
  readonly paths: ReadonlySet<string>;
  readonly connections: readonly string[];
  forget(): void;
  release(): void;
}

const watched = [
  ...['openSync', 'readFileSync', 'readdirSync', 'opendirSync', 'createReadStream', 'readFile', 'open', 'readdir'],
  ...['writeFileSync', 'appendFileSync', 'mkdirSync', 'rmSync', 'rmdirSync', 'unlinkSync', 'renameSync', 'linkSync'],
  ...['symlinkSync', 'copyFileSync', 'cpSync', 'createWriteStream', 'writeFile', 'mkdir', 'truncateSync'],
] as const;

/** Sets the traps in Node's own modules, so that no code of ours or of a library gets by them. */
export function setTraps(): Trap {
  const paths = new Set<string>();
  const connections: string[] = [];
  const functions = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  const originals = new Map<string, (...args: unknown[]) => unknown>();
  for (const name of watched) {
    const original = functions[name];
    if (original === undefined) continue;
    originals.set(name, original);
    functions[name] = (...args: unknown[]) => {
      for (const each of args.slice(0, 2)) if (typeof each === 'string' && each.includes(sep)) paths.add(resolve(each));
      return original.apply(fs, args);
    };
  }
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
    connections.push(JSON.stringify(args[0]));
    return (connect as (...all: unknown[]) => net.Socket).apply(this, args);
  } as typeof connect;
  syncBuiltinESMExports();
  return {
    paths,
    connections,
    forget: () => {
      paths.clear();
    },
    release: () => {
      for (const [name, original] of originals) functions[name] = original;
      net.Socket.prototype.connect = connect;
      syncBuiltinESMExports();
    },
  };
}

/** A host that remembers what it was asked for. */
export function recording(host: Host): {
  readonly host: Host;
  readonly reads: Set<string>;
  readonly changes: Set<string>;
} {
  const reads = new Set<string>();
  const changes = new Set<string>();
  const changing = new Set(['writeFile', 'link', 'rename', 'remove', 'removeTree', 'lock']);
  const proxy = new Proxy(host, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== 'function' || typeof name !== 'string') return member;
      return (...args: unknown[]) => {
        for (const each of args) if (typeof each === 'string') (changing.has(name) ? changes : reads).add(each);
        return (member as (...all: unknown[]) => unknown).apply(target, args);
      };
    },
  });
  return { host: proxy, reads, changes };
}
