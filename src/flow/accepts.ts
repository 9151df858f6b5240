import { isJsonObject, type JsonValue, typeOf } from '../json.js';
import { formats } from '../runtime/formats.js';
import { isMultipleOf } from '../runtime/multiple-of.js';
import { isOneOf } from '../runtime/same-json.js';
import { textLength } from '../runtime/text-length.js';
import { PATTERN_LIMIT } from '../runtime/undecided.js';
import { hasUniqueItems } from '../runtime/unique-items.js';
import { type Atom, type Members, type SchemaNode, type TypeName, typeOfAtom } from './atom.js';
import { unevaluatedItems, unevaluatedMembers } from './evaluated.js';
import { TooLarge, type Work } from './work.js';

/** Nested deeper, a value is not followed; also what ends a schema that refers to itself in place. */
const deepest = 500;

/**
 * Whether one value is valid, as the generated validators see it; a test holds the two against each other. It costs no
 * compilation, and can be asked of any part of a schema.
 */
export class Acceptance {
  readonly #patterns = new Map<string, RegExp>();
  #depth = 0;

  constructor(readonly work: Work) {}

  accepts(node: SchemaNode, value: JsonValue): boolean {
    if (++this.#depth > deepest) throw new TooLarge('nested too deeply to be compared');
    try {
      return node.atoms.every((atom) => this.holds(atom, value));
    } finally {
      this.#depth -= 1;
    }
  }

  holds(atom: Atom, value: JsonValue): boolean {
    this.work.spend();
    const type = typeOfAtom(atom);
    if (type !== undefined && type !== typeOf(value)) return true;
    switch (atom.kind) {
      case 'never':
        return false;
      case 'type':
        return atom.types.some((name) => isOfType(value, name));
      case 'values':
        this.work.spend(atom.values.length);
        return isOneOf(atom.values, value);
      case 'all':
        return atom.nodes.every((node) => this.accepts(node, value));
      case 'any':
        return atom.nodes.some((node) => this.accepts(node, value));
      case 'one':
        return atom.nodes.filter((node) => this.accepts(node, value)).length === 1;
      case 'not':
        return !this.accepts(atom.node, value);
      case 'if':
        return this.accepts(this.accepts(atom.condition, value) ? atom.positive : atom.negative, value);
      default:
        if (typeof value === 'number') return holdsForNumber(atom, value);
        if (typeof value === 'string') return this.#holdsForText(atom, value);
        if (Array.isArray(value)) return this.#holdsForArray(atom, value);
        return isJsonObject(value) ? this.#holdsForObject(atom, value) : true;
    }
  }

  /** Whether a pattern matches a text. */
  matches(source: string, text: string): boolean {
    // What a validator would refuse to try is not tried here.
    if (text.length > PATTERN_LIMIT) throw new TooLarge('too long for its pattern');
    this.work.spend(1 + Math.ceil(text.length / 64));
    const pattern = this.#patterns.get(source) ?? new RegExp(source, 'u');
    this.#patterns.set(source, pattern);
    return pattern.test(text);
  }

  /** The nodes that apply to a member of this name. */
  nodesAt(members: Members, name: string): readonly SchemaNode[] {
    const own = members.properties.get(name);
    const found = own === undefined ? [] : [own];
    for (const [source, node] of members.patterns) if (this.matches(source, name)) found.push(node);
    return found.length === 0 ? [members.rest] : found;
  }

  #holdsForText(atom: Atom, value: string): boolean {
    switch (atom.kind) {
      case 'minLength':
        return textLength(value) >= atom.count;
      case 'maxLength':
        return textLength(value) <= atom.count;
      case 'pattern':
        return this.matches(atom.source, value);
      case 'format':
        return isOfFormat(atom.format, value);
      default:
        return true;
    }
  }

  #holdsForArray(atom: Atom, value: readonly JsonValue[]): boolean {
    switch (atom.kind) {
      case 'minItems':
        return value.length >= atom.count;
      case 'maxItems':
        return value.length <= atom.count;
      case 'uniqueItems':
        this.work.spend(value.length);
        return hasUniqueItems(value);
      case 'items':
        return value.every((item, index) => this.accepts(atom.prefix[index] ?? atom.rest, item));
      case 'contains': {
        const count = value.filter((item) => this.accepts(atom.node, item)).length;
        return count >= atom.fewest && count <= atom.most;
      }
      case 'unevaluatedItems':
        return unevaluatedItems(atom, value, this).every((item) => this.accepts(atom.node, item));
      default:
        return true;
    }
  }

  #holdsForObject(atom: Atom, value: Readonly<Record<string, JsonValue>>): boolean {
    const has = (name: string) => Object.hasOwn(value, name);
    switch (atom.kind) {
      case 'required':
        return has(atom.name);
      case 'minProperties':
        return Object.keys(value).length >= atom.count;
      case 'maxProperties':
        return Object.keys(value).length <= atom.count;
      case 'propertyNames':
        return Object.keys(value).every((name) => this.accepts(atom.node, name));
      case 'dependentRequired':
        return !has(atom.name) || has(atom.other);
      case 'dependentSchema':
        return !has(atom.name) || this.accepts(atom.node, value);
      case 'members':
        return Object.entries(value).every(([name, member]) =>
          this.nodesAt(atom, name).every((node) => this.accepts(node, member)),
        );
      case 'unevaluatedProperties':
        return unevaluatedMembers(atom, value, this).every((member) => this.accepts(atom.node, member));
      default:
        return true;
    }
  }
}

function isOfType(value: JsonValue, name: TypeName): boolean {
  return name === 'integer' ? Number.isInteger(value) : typeOf(value) === name;
}

function holdsForNumber(atom: Atom, value: number): boolean {
  switch (atom.kind) {
    case 'minimum':
      return atom.exclusive ? value > atom.bound : value >= atom.bound;
    case 'maximum':
      return atom.exclusive ? value < atom.bound : value <= atom.bound;
    case 'multipleOf':
      return isMultipleOf(value, atom.divisor);
    default:
      return true;
  }
}

/** Whether a text is of a format that validators check. */
export function isOfFormat(format: string, text: string): boolean {
  const check = new Map<string, (text: string) => boolean>(Object.entries(formats)).get(format);
  return check === undefined || check(text);
}
