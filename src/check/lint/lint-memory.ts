import { type BuildMemory, keyOf, type MemorySection } from '../../memory/build-memory.js';
import type { Contract } from './contract.js';
import { type Part, partsOf } from './parts.js';
import type { Rule, RuleId } from './rule.js';

/**
 * Which rules had nothing to say about the tools of which manifest. Findings are not kept, they have places: a rule that had some
 * looks again.
 */
export class LintMemory {
  readonly #parts: readonly (Part & { readonly key: string | undefined; readonly noisy: Set<RuleId> })[];
  readonly #section: MemorySection<readonly RuleId[]>;

  constructor(memory: BuildMemory, contract: Contract) {
    this.#section = memory.section('rules with findings');
    // A tool shows what it refers to: every file with a shared schema counts for all tools.
    const docs = new Set(contract.shared.map(({ entry }) => entry.origin.doc));
    const shared = [...docs].map(({ file }) => [file.path, file.digest]);
    this.#parts = partsOf(contract).map((part) => ({
      ...part,
      key: part.doc && keyOf(part.doc.file.path, part.doc.file.digest, shared),
      noisy: new Set(),
    }));
  }

  /** What a rule of scope `tool` has to look at. */
  *unknownParts({ id }: Rule): Generator<{ readonly contract: Contract; readonly hasFindings: () => void }> {
    for (const { contract, key, noisy } of this.#parts) {
      const known = key === undefined ? undefined : this.#section.get(key);
      if (known === undefined || known.includes(id)) yield { contract, hasFindings: () => noisy.add(id) };
    }
  }

  /** After all rules have run. */
  remember(): void {
    for (const { key, noisy } of this.#parts) {
      if (key !== undefined && this.#section.get(key) === undefined) this.#section.set(key, [...noisy]);
    }
  }
}
