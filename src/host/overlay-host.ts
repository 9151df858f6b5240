import { delegate } from './delegate.js';
import type { Host, HostContent } from './host.js';

/** The same project with other texts in some of its files, for those who read it. What changes something goes to the host below. */
export function overlayHost(host: Host, texts: ReadonlyMap<string, string>): Host {
  return {
    ...delegate(host),
    readFile: (path, options) => {
      const text = texts.get(path);
      return text === undefined ? host.readFile(path, options) : new TextEncoder().encode(text);
    },
    readFolder: (path) => contents(host.readFolder(path), texts),
  };
}

function* contents(below: Iterable<HostContent>, texts: ReadonlyMap<string, string>): Iterable<HostContent> {
  for (const each of below) {
    const text = texts.get(each.path);
    yield text === undefined ? each : { ...each, read: () => new TextEncoder().encode(text) };
  }
}
