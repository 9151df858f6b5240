import { createHash } from 'node:crypto';

/** What one kind of work gave, by the digest of all that it followed from. Values are JSON, and nobody changes them. */
export interface MemorySection<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  readonly isEmpty: boolean;
}

/** How many builds may pass before what none of them wanted is forgotten: somebody went to another branch, and comes back. */
const mostBuildsUnused = 4;

interface Remembered {
  readonly value: unknown;
  /** Builds since somebody wanted it. */
  age: number;
}

/**
 * What builds of a project keep of each manifest and each tool, so that the next one only does again what has changed. A key is
 * the digest of everything that its value follows from, beside the compiler and mcpgen.yaml: what is found is right, whoever
 * left it there.
 */
export class BuildMemory {
  readonly #sections = new Map<string, Map<string, Remembered>>();
  #hasNews = false;

  /** The memory that gave a text. */
  static from(text: string): BuildMemory {
    const memory = new BuildMemory();
    for (const [name, entries] of JSON.parse(text) as [string, [string, unknown, number][]][]) {
      const section = new Map<string, Remembered>();
      for (const [key, value, age] of entries) section.set(key, { value, age });
      memory.#sections.set(name, section);
    }
    return memory;
  }

  /** `Value` is what is set in a section of this name, everywhere. */
  section<Value>(name: string): MemorySection<Value> {
    const section = this.#sections.get(name) ?? new Map<string, Remembered>();
    this.#sections.set(name, section);
    return {
      get: (key) => {
        const found = section.get(key);
        if (found === undefined) return undefined;
        found.age = 0;
        return found.value as Value;
      },
      set: (key, value) => {
        section.set(key, { value, age: 0 });
        this.#hasNews = true;
      },
      get isEmpty() {
        return section.size === 0;
      },
    };
  }

  /** Whether the build that goes on has added something. */
  get hasNews(): boolean {
    return this.#hasNews;
  }

  /** Ends a build: forgets what nobody has wanted for some, and ages the rest. */
  endBuild(): void {
    this.#hasNews = false;
    for (const section of this.#sections.values()) {
      for (const [key, each] of section) {
        each.age += 1;
        if (each.age > mostBuildsUnused) section.delete(key);
      }
    }
  }

  toText(): string {
    const rows = [...this.#sections].map(([name, section]) => [
      name,
      [...section].map(([key, { value, age }]) => [key, value, age]),
    ]);
    return JSON.stringify(rows);
  }
}

/** A key of what follows from some JSON values. */
export function keyOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}
