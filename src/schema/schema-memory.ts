import { toPointer } from '../json.js';
import type { Origin } from '../manifest/read-manifests.js';
import type { BuildMemory, MemorySection } from '../memory/build-memory.js';
import { type SchemaSize, totals } from './schema-bounds.js';
import type { SchemaUnit } from './schema-unit.js';

/** What is known of a schema that had no findings and refers to nothing: there is no need to look into it again. */
export interface UnitFacts {
  readonly size: SchemaSize;
  readonly hasPatterns: boolean;
}

/** Sizes in the order of `totals`, then whether it has patterns. */
type Row = readonly number[];

/** Facts about the schemas of each manifest, by where they stand in it. */
export class SchemaMemory {
  readonly #section: MemorySection<Readonly<Record<string, Row>>>;

  constructor(memory: BuildMemory) {
    this.#section = memory.section('plain schemas');
  }

  factsOf({ doc, path }: Origin): UnitFacts | undefined {
    const row = this.#section.get(doc.file.digest)?.[toPointer(path)];
    if (row === undefined) return undefined;
    const size = Object.fromEntries(totals.map((total, index) => [total, row[index] ?? 0])) as Record<
      (typeof totals)[number],
      number
    >;
    return { size, hasPatterns: row[totals.length] === 1 };
  }

  /** `units` are all of the project; `noisy` are those that something was said about. */
  remember(units: readonly SchemaUnit[], noisy: ReadonlySet<SchemaUnit>): void {
    const rows = new Map<string, Record<string, Row>>();
    for (const unit of units) {
      const { origin, size, hasPatterns } = unit;
      const { digest } = origin.doc.file;
      if (noisy.has(unit) || size.references > 0 || this.#section.get(digest) !== undefined) continue;
      const found = rows.get(digest) ?? {};
      rows.set(digest, found);
      found[toPointer(origin.path)] = [...totals.map((total) => size[total]), hasPatterns ? 1 : 0];
    }
    for (const [digest, found] of rows) this.#section.set(digest, found);
  }
}
