// Copied by mcpgen from its tested runtime. Do not edit.

/** Values of a template's variables: text, or a list of texts for `{x*}`. */
export type UriVariables = Readonly<Record<string, string | readonly string[]>>;

/** Longer than any address that people write; what matching costs grows with it. In characters. */
const MAX_URI_LENGTH = 8_192;

type Part = string | Expression;

interface Expression {
  readonly operator: string;
  readonly names: readonly string[];
  readonly isList: boolean;
}

/** A piece of what a URI is matched against: a text, or a variable that takes at least one of its characters. */
type Token =
  | string
  | { readonly name: string; readonly isList: boolean; readonly takes: (character: string) => boolean };

/**
 * A URI template (RFC 6570) of the forms that a contract may use: `{x}`, `{+x}`, `{x*}`, `{.x}`, `{/x}` and, at the end, `{?x,y}` and
 * `{&x,y}`. What it expands, it can read back. Matching takes time in proportion to the lengths of template and URI, whatever they hold.
 */
export class UriPattern {
  readonly #parts: readonly Part[];
  readonly #query: readonly Expression[];
  readonly #tokens: readonly Token[];

  constructor(readonly template: string) {
    this.#parts = template
      .split(/(\{[^{}]*\})/)
      .filter((piece) => piece !== '')
      .map((piece) => (piece.startsWith('{') ? parseExpression(piece) : piece));
    this.#query = this.#parts.filter((part) => typeof part !== 'string').filter(isQuery);
    this.#tokens = this.#tokensOfPath();
  }

  /** The names of its variables, in order. */
  get names(): readonly string[] {
    return this.#parts.flatMap((part) => (typeof part === 'string' ? [] : part.names));
  }

  /**
   * The URI with these values; those of a query may be left out. Throws a `TypeError` for a value that is missing, empty or no text, and
   * for values that no URI can hold so that they can be read back, such as `..` as a step of a path.
   */
  expand(values: Readonly<Record<string, unknown>>): string {
    let uri = '';
    let separator = this.#query[0]?.operator ?? '?';
    for (const part of this.#parts) {
      if (typeof part === 'string') uri += part;
      else if (!isQuery(part)) uri += expandPath(part, values);
      else {
        for (const name of part.names) {
          const value = values[name];
          if (value === undefined) continue;
          uri += `${separator}${name}=${encode(textOf(name, value))}`;
          separator = '&';
        }
      }
    }
    this.#assertReadable(uri, values);
    return uri;
  }

  /** The decoded values of the variables in a URI, undefined when it is none of the template's. */
  match(uri: string): Record<string, string | readonly string[]> | undefined {
    if (uri.length > MAX_URI_LENGTH) return undefined;
    const found = new Map<string, string>();
    const rest = this.#query.length === 0 ? uri : this.#takeQuery(uri, found);
    if (rest === undefined || !matchTokens(this.#tokens, rest, found)) return undefined;
    try {
      return Object.fromEntries(
        this.names.flatMap((name) => {
          const text = found.get(name);
          return text === undefined ? [] : [[name, this.#decode(name, text)]];
        }),
      );
    } catch {
      // A percent sign that encodes nothing.
      return undefined;
    }
  }

  #decode(name: string, text: string): string | readonly string[] {
    const isList = this.#tokens.some((token) => typeof token !== 'string' && token.name === name && token.isList);
    return isList ? text.split(',').map(decodeURIComponent) : decodeURIComponent(text);
  }

  /** The URI without its query, whose values are noted; undefined when it says what the template does not. */
  #takeQuery(uri: string, found: Map<string, string>): string | undefined {
    const names = new Set(this.#query.flatMap((each) => each.names));
    const take = (pair: string): boolean => {
      const equals = pair.indexOf('=');
      const name = pair.slice(0, equals);
      if (equals === -1 || !names.has(name) || found.has(name)) return false;
      found.set(name, pair.slice(equals + 1));
      return true;
    };
    if (this.#query[0]?.operator === '?') {
      const mark = uri.indexOf('?');
      if (mark === -1) return uri;
      return uri
        .slice(mark + 1)
        .split('&')
        .every(take)
        ? uri.slice(0, mark)
        : undefined;
    }
    // The template begins its query itself: what it does not name stands before what it does.
    let rest = uri;
    for (let mark = rest.lastIndexOf('&'); mark !== -1 && take(rest.slice(mark + 1)); mark = rest.lastIndexOf('&')) {
      rest = rest.slice(0, mark);
    }
    return rest;
  }

  #tokensOfPath(): readonly Token[] {
    const hasQuery = this.#query.length > 0;
    let inQuery = false;
    return this.#parts.flatMap((part, index): readonly Token[] => {
      if (typeof part === 'string') {
        inQuery ||= part.includes('?');
        return [index === 0 ? withLowerCaseHost(part) : part];
      }
      if (isQuery(part)) return [];
      const [name = ''] = part.names;
      const { operator, isList } = part;
      const excluded = operator === '+' ? (hasQuery ? '?#' : '#') : `/?#${isList ? '' : ','}${inQuery ? '&' : ''}`;
      const variable: Token = { name, isList, takes: (character) => !excluded.includes(character) };
      return operator === '.' || operator === '/' ? [operator, variable] : [variable];
    });
  }

  #assertReadable(uri: string, values: Readonly<Record<string, unknown>>): void {
    const found = URL.canParse(uri) ? this.match(new URL(uri).href) : undefined;
    const isSame = this.names.every((name) => {
      const [given, read] = [values[name], found?.[name]];
      if (!Array.isArray(given)) return given === read;
      return Array.isArray(read) && given.length === read.length && given.every((each, index) => each === read[index]);
    });
    if (found === undefined || !isSame) {
      throw new TypeError(`no URI of ${this.template} holds these values: ${JSON.stringify(values)}`);
    }
  }
}

function parseExpression(piece: string): Expression {
  const [, operator = '', list = ''] = /^\{([+./?&]?)(.*)\}$/.exec(piece) ?? [];
  return { operator, names: list.replaceAll('*', '').split(','), isList: list.includes('*') };
}

function isQuery({ operator }: Expression): boolean {
  return operator === '?' || operator === '&';
}

function expandPath({ operator, names: [name = ''], isList }: Expression, values: Readonly<Record<string, unknown>>) {
  const value = values[name];
  const texts = isList && Array.isArray(value) ? value.map((each) => textOf(name, each)) : [textOf(name, value)];
  if (texts.length === 0 || texts.includes('')) throw new TypeError(`the variable ${name} must not be empty`);
  if (operator === '+') return encodeURI(texts.join()).replace(/[?#]/g, encodeURIComponent);
  return (operator === '.' || operator === '/' ? operator : '') + texts.map(encode).join(',');
}

function textOf(name: string, value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`the variable ${name} must be text`);
  if (/\p{Surrogate}/u.test(value)) throw new TypeError(`the variable ${name} holds half a character`);
  return value;
}

/** All but the unreserved characters of RFC 3986; JavaScript leaves out five. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** As a parsed URL has it, where the host is one. */
function withLowerCaseHost(text: string): string {
  return text.replace(/^(?:https?|wss?|ftp|file):\/\/[^/?#]*/i, (origin) => origin.toLowerCase());
}

/**
 * Whether the tokens make up the whole text; notes what each variable takes: as much as it can, the first one first. For each token, from
 * the last one on, it is worked out from which places of the text the rest can go on, so no place is looked at twice.
 */
function matchTokens(tokens: readonly Token[], text: string, found: Map<string, string>): boolean {
  const { length } = text;
  // For each token and place: where the token ends when it begins there and the rest matches; 0 when it does not.
  const ends: Int32Array[] = [];
  let after: (place: number) => boolean = (place) => place === length;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const next = after;
    const own = endsOf(tokens[index] ?? '', text, next);
    ends[index] = own;
    after = (place) => (own[place] ?? 0) > 0;
  }
  let place = 0;
  for (const [index, token] of tokens.entries()) {
    const end = ends[index]?.[place] ?? 0;
    if (end === 0) return false;
    if (typeof token !== 'string') found.set(token.name, text.slice(place, end));
    place = end;
  }
  return place === length;
}

function endsOf(token: Token, text: string, isGoodAfter: (place: number) => boolean): Int32Array {
  const ends = new Int32Array(text.length + 1);
  for (let place = text.length - 1; place >= 0; place--) {
    if (typeof token === 'string') {
      const end = place + token.length;
      if (text.startsWith(token, place) && isGoodAfter(end)) ends[place] = end;
    } else if (token.takes(text.charAt(place))) {
      const farther = ends[place + 1] ?? 0;
      ends[place] = farther > 0 ? farther : isGoodAfter(place + 1) ? place + 1 : 0;
    }
  }
  return ends;
}
