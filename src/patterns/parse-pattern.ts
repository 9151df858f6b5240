import { anyCharacter, type CharSet, classes, complement, notLineEnd, setOf } from './char-set.js';

/** A regular expression by its structure. */
export type Pattern =
  | { readonly kind: 'set'; readonly set: CharSet }
  /** `^`, `$`: nothing is consumed. Other assertions are `special`. */
  | { readonly kind: 'start' | 'end' }
  /** Back-references, and assertions that look at what they do not consume: beyond a plain reading. */
  | { readonly kind: 'back-reference' | 'special' }
  | { readonly kind: 'sequence'; readonly items: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly body: Pattern; readonly min: number; readonly max: number };

const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, '0': 0 };

/** Reads an expression that is known to compile under the `u` flag, where syntax has no exceptions (ECMA-262, 22.2.1). */
export function parsePattern(source: string): Pattern {
  const reader = new PatternReader([...source]);
  return reader.choice();
}

class PatternReader {
  #at = 0;

  constructor(private readonly text: readonly string[]) {}

  choice(): Pattern {
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: 'choice', options };
  }

  #sequence(): Pattern {
    const items: Pattern[] = [];
    while (this.#at < this.text.length && this.#peek() !== '|' && this.#peek() !== ')') items.push(this.#term());
    const [only] = items;
    return items.length === 1 && only !== undefined ? only : { kind: 'sequence', items };
  }

  #term(): Pattern {
    const body = this.#atom();
    const counts = this.#quantifier();
    if (counts === undefined) return body;
    this.#take('?');
    return { kind: 'repeat', body, ...counts };
  }

  #quantifier(): { min: number; max: number } | undefined {
    if (this.#take('*')) return { min: 0, max: Number.POSITIVE_INFINITY };
    if (this.#take('+')) return { min: 1, max: Number.POSITIVE_INFINITY };
    if (this.#take('?')) return { min: 0, max: 1 };
    if (!this.#take('{')) return undefined;
    const [min = '', max] = this.#until('}').split(',');
    return {
      min: Number(min),
      max: max === undefined ? Number(min) : max === '' ? Number.POSITIVE_INFINITY : Number(max),
    };
  }

  #atom(): Pattern {
    const character = this.#next();
    switch (character) {
      case '^':
        return { kind: 'start' };
      case '$':
        return { kind: 'end' };
      case '.':
        return { kind: 'set', set: notLineEnd };
      case '[':
        return { kind: 'set', set: this.#characterClass() };
      case '(':
        return this.#group();
      case '\\':
        return this.#escape();
      default:
        return { kind: 'set', set: one(character) };
    }
  }

  #group(): Pattern {
    let isPlain = true;
    if (this.#take('?')) {
      if (!this.#take(':')) {
        // A name, or an assertion: `=`, `!`, `<=`, `<!`.
        const isName = this.#peek() === '<' && !['=', '!'].includes(this.text[this.#at + 1] ?? '');
        if (isName) this.#until('>');
        else isPlain = false;
      }
    }
    const body = this.choice();
    this.#take(')');
    return isPlain ? body : { kind: 'special' };
  }

  #escape(): Pattern {
    const next = this.#peek();
    if (next === 'b' || next === 'B') {
      this.#next();
      return { kind: 'special' };
    }
    if (next === 'k' || /[1-9]/.test(next)) {
      if (next === 'k') this.#until('>');
      else while (/[0-9]/.test(this.#peek())) this.#next();
      return { kind: 'back-reference' };
    }
    return { kind: 'set', set: this.#escapedSet() };
  }

  /** What an escape stands for, after its backslash, in a class or outside. */
  #escapedSet(): CharSet {
    const next = this.#next();
    const known = classes[next.toLowerCase()];
    if (known !== undefined) return next === next.toLowerCase() ? known : complement(known);
    switch (next) {
      case 'p':
      case 'P':
        this.#until('}');
        // Which characters a property has depends on the version of Unicode: any, to be on the safe side.
        return anyCharacter;
      case 'u':
        return one(String.fromCodePoint(this.#codePoint()));
      case 'x':
        return one(String.fromCodePoint(Number.parseInt(this.#next() + this.#next(), 16)));
      case 'c':
        return one(String.fromCodePoint(this.#next().charCodeAt(0) % 32));
      case 'b':
        return one('\b');
      default:
        return one(controls[next] === undefined ? next : String.fromCodePoint(controls[next]));
    }
  }

  /** `\u0041`, `\u{41}`, or a pair of surrogates. */
  #codePoint(): number {
    if (this.#take('{')) return Number.parseInt(this.#until('}'), 16);
    const unit = () => Number.parseInt(this.#next() + this.#next() + this.#next() + this.#next(), 16);
    const first = unit();
    const isHigh = first >= 0xd800 && first <= 0xdbff;
    const isPair = isHigh && /^\\u[dD][c-fC-F]/.test(this.text.slice(this.#at, this.#at + 4).join(''));
    if (!isPair) return first;
    this.#at += 2;
    return 0x10000 + (first - 0xd800) * 0x400 + (unit() - 0xdc00);
  }

  #characterClass(): CharSet {
    const isNegated = this.#take('^');
    const ranges: [number, number][] = [];
    while (!this.#take(']')) {
      const from = this.#classAtom();
      const isRange = this.#peek() === '-' && this.text[this.#at + 1] !== ']';
      if (!isRange) {
        for (const [low, high] of from) ranges.push([low, high]);
        continue;
      }
      this.#next();
      const to = this.#classAtom();
      ranges.push([from[0]?.[0] ?? 0, to.at(-1)?.[1] ?? 0]);
    }
    return isNegated ? complement(setOf(ranges)) : setOf(ranges);
  }

  #classAtom(): CharSet {
    const character = this.#next();
    return character === '\\' ? this.#escapedSet() : one(character);
  }

  #peek(): string {
    return this.text[this.#at] ?? '';
  }

  #next(): string {
    const character = this.text[this.#at];
    if (character === undefined) throw new Error('the expression ends too early: it was not checked');
    this.#at++;
    return character;
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at++;
    return true;
  }

  #until(end: string): string {
    let text = '';
    for (let next = this.#next(); next !== end; next = this.#next()) text += next;
    return text;
  }
}

function one(character: string): CharSet {
  const point = character.codePointAt(0) ?? 0;
  return [[point, point]];
}
