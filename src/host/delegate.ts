import type { Host } from './host.js';

/** A host that leaves everything to another one: for those that do some of it otherwise. */
export function delegate(host: Host): Host {
  return {
    root: host.root,
    readFile: (path, options) => host.readFile(path, options),
    writeFile: (path, bytes, options) => host.writeFile(path, bytes, options),
    createFolder: (path, files) => host.createFolder(path, files),
    link: (from, to) => host.link(from, to),
    rename: (from, to) => host.rename(from, to),
    remove: (path) => host.remove(path),
    removeTree: (path) => host.removeTree(path),
    listFiles: (path) => host.listFiles(path),
    listEntries: (path) => host.listEntries(path),
    readFolder: (path) => host.readFolder(path),
    kindOf: (path) => host.kindOf(path),
    lock: (path, patience) => host.lock(path, patience),
    uninterrupted: (work) => host.uninterrupted(work),
  };
}
