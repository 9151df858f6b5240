import type { Host, HostContent } from './host.js';

/** The same project with other texts in some of its files, for those who read it. What changes something goes to the host below. */
export function overlayHost(host: Host, texts: ReadonlyMap<string, string>): Host {
  return {
    root: host.root,
    readFile: (path, options) => {
      const text = texts.get(path);
      return text === undefined ? host.readFile(path, options) : new TextEncoder().encode(text);
    },
    writeFile: (path, bytes, options) => host.writeFile(path, bytes, options),
    link: (from, to) => host.link(from, to),
    rename: (from, to) => host.rename(from, to),
    remove: (path) => host.remove(path),
    removeTree: (path) => host.removeTree(path),
    listFiles: (path) => host.listFiles(path),
    listEntries: (path) => host.listEntries(path),
    readFolder: (path) => contents(host.readFolder(path), texts),
    kindOf: (path) => host.kindOf(path),
    lock: (path, patience) => host.lock(path, patience),
    uninterrupted: (work) => host.uninterrupted(work),
  };
}

function* contents(below: Iterable<HostContent>, texts: ReadonlyMap<string, string>): Iterable<HostContent> {
  for (const each of below) {
    const text = texts.get(each.path);
    yield text === undefined ? each : { ...each, bytes: new TextEncoder().encode(text) };
  }
}
