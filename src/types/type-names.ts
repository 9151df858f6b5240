import { isSafeIdentifier } from '../emit/code/identifier.js';
import { fromPointerStep } from '../json.js';

/** Words of a text in PascalCase, letters and digits of ASCII only; empty when there are none. */
export function pascalCase(text: string): string {
  const words = text.replaceAll(/([a-z0-9])([A-Z])/gu, '$1 $2').match(/[A-Za-z0-9]+/gu) ?? [];
  return words.map((word) => (word[0] ?? '').toUpperCase() + word.slice(1)).join('');
}

/** The part of a JSON pointer that a reader would call the definition by: `/$defs/Address` is `Address`. */
export function hintOfPointer(pointer: string): string {
  const steps = pointer.split('/').slice(1).map(fromPointerStep);
  const last = steps.at(-1) ?? '';
  const isBare = /^(?:\d+|items|additionalProperties|not|contains|if|then|else)$/u.test(last);
  return pascalCase(isBare ? steps.slice(-2).join(' ') : last) || 'Type';
}

/** Hands out each type name once. Names are compared without case too: a reader should not have to tell `Foo` from `FOO`. */
export class TypeNames {
  readonly #used: Set<string>;

  constructor(used: Iterable<string>) {
    this.#used = new Set([...used].map((name) => name.toLowerCase()));
  }

  /** A name of two parts that no other type has. */
  claim(prefix: string, hint: string): string {
    const wanted = `${prefix}${pascalCase(hint) || 'Type'}`.slice(0, longest);
    let name = wanted;
    for (let number = 2; this.#used.has(name.toLowerCase()) || !isSafeIdentifier(name); number += 1) {
      name = `${wanted}${number}`;
    }
    this.#used.add(name.toLowerCase());
    return name;
  }
}

/** Names grow with nesting; beyond this they are cut and numbered. */
const longest = 80;
