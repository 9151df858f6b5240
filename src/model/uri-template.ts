import { UriPattern } from '../runtime/uri-pattern.js';

/** A part of a URI template: text as it stands, or an expression with its variables. */
export type TemplatePart = string | TemplateExpression;

export interface TemplateExpression {
  readonly operator: Operator;
  readonly names: readonly string[];
  /** `{x*}`: one variable that stands for any number of values. */
  readonly isExploded: boolean;
}

/**
 * What an expression may begin with. Those of RFC 6570 that a URI can be read back by: the SDK's `UriTemplate` expands and matches
 * these alike. It keeps the `#` of `{#x}` in the value, and knows none of the operators that the RFC reserves.
 */
export type Operator = '' | '+' | '.' | '/' | '?' | '&';

/** Why a text is no template that can be served, where that shows, and the mend. */
export interface TemplateFault {
  readonly problem: string;
  readonly help: string;
}

/** More than this in a template is no address that anybody writes. */
const mostVariables = 32;

/** What RFC 6570, section 2.1, lets stand as it is, and what a URI can hold beside it. */
const literal = /^(?:[!#$&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]|%[0-9A-Fa-f]{2})*$/;

/** The parts of a template, or what is wrong with it. RFC 6570, without what cannot be read back. */
export function parseUriTemplate(template: string): readonly TemplatePart[] | TemplateFault {
  const parts: TemplatePart[] = [];
  for (const piece of template.split(/(\{[^{}]*\})/)) {
    if (piece === '') continue;
    if (!piece.startsWith('{') || !piece.endsWith('}')) {
      const fault = faultOfLiteral(piece);
      if (fault !== undefined) return fault;
      parts.push(piece);
      continue;
    }
    const expression = parseExpression(piece);
    if ('problem' in expression) return expression;
    parts.push(expression);
  }
  return faultOf(parts) ?? parts;
}

/** The expressions of a template, in order. */
export function expressionsOf(parts: readonly TemplatePart[]): readonly TemplateExpression[] {
  return parts.filter((part) => typeof part !== 'string');
}

/** A text that two templates share when they differ in the names of their variables only. */
export function shapeOf(parts: readonly TemplatePart[]): string {
  const shapes = parts.map((part) => {
    if (typeof part === 'string') return part;
    // The names of a query stand in the URI.
    if (isQuery(part)) return `{${part.operator}${part.names.join(',')}}`;
    return `{${part.operator}${part.isExploded ? '*' : ''}}`;
  });
  return shapes.join('');
}

/** `{?x}` and `{&x}`: a URI may lack them. */
export function isQuery({ operator }: TemplateExpression): boolean {
  return operator === '?' || operator === '&';
}

/** A URI of the template, with the same value for every variable. */
export function sampleUri(parts: readonly TemplatePart[], value: string): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (!isQuery(part)) return `${part.operator === '+' ? '' : part.operator}${value}`;
      return `${part.operator}${part.names.map((name) => `${name}=${value}`).join('&')}`;
    })
    .join('');
}

/** Tells whether a URI is one of the template's: whether a server would answer for it. */
export function matcherOf(parts: readonly TemplatePart[]): (uri: string) => boolean {
  const pattern = new UriPattern(parts.map(textOf).join(''));
  const start = typeof parts[0] === 'string' ? parts[0] : '';
  // A server takes a host in any case; a contract writes it in the one that it is compared in.
  return (uri) => uri.startsWith(start) && pattern.match(uri) !== undefined;
}

function textOf(part: TemplatePart): string {
  if (typeof part === 'string') return part;
  return `{${part.operator}${part.names.join(',')}${part.isExploded ? '*' : ''}}`;
}

function parseExpression(expression: string): TemplateExpression | TemplateFault {
  const [, mark = '', list = ''] = /^\{([^A-Za-z0-9_%]?)(.*)\}$/s.exec(expression) ?? [];
  const fault = (problem: string, help: string): TemplateFault => ({ problem: `\`${expression}\` ${problem}`, help });
  if (mark === '#')
    return fault('is a fragment, which stands for a part of a resource', 'make it a query, such as `{?x}`');
  if (mark === ';') return fault('makes path parameters, which cannot be read back', 'make it a query, such as `{?x}`');
  if (!isOperator(mark)) return fault(`begins with \`${mark}\`, which RFC 6570 gives no meaning`, forms);
  const names = list.split(',');
  if (names.some((name) => name.includes(':'))) {
    return fault('cuts a value short, which cannot be read back', 'take the whole variable, such as `{x}`');
  }
  const isExploded = names.some((name) => name.endsWith('*'));
  if (isExploded && (mark !== '' || names.length > 1)) {
    return fault(
      'is a list that cannot be read back',
      'make it `{x*}`, a list with commas, or `{+x}`, a path with slashes',
    );
  }
  const bare = names.map((name) => name.replace(/\*$/, ''));
  const odd = bare.find((name) => !/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(name));
  if (odd !== undefined) {
    return fault(
      `has a variable ${JSON.stringify(odd)}`,
      'a variable is a letter or `_`, then letters, digits and `_`, at most 64 in all',
    );
  }
  if (names.length > 1 && mark !== '?' && mark !== '&') {
    return fault(
      'has several variables, which cannot be told apart',
      `write \`${bare.map((name) => `{${name}}`).join('/')}\``,
    );
  }
  return { operator: mark, names: bare, isExploded };
}

const forms = 'write `{x}`, `{+x}`, `{x*}`, `{.x}`, `{/x}`, `{?x,y}` or `{&x,y}`';

function isOperator(mark: string): mark is Operator {
  return ['', '+', '.', '/', '?', '&'].includes(mark);
}

function faultOfLiteral(text: string): TemplateFault | undefined {
  const brace = /[{}]/.exec(text)?.[0];
  if (brace !== undefined) {
    const help = 'an expression is a pair of them with a variable between, such as `{id}`';
    return { problem: `\`${brace}\` stands alone`, help };
  }
  if (literal.test(text)) return undefined;
  const character = [...text].find((each) => !literal.test(each)) ?? '%';
  const help = character === '%' ? 'a percent sign is written `%25`' : `write \`${encodeURIComponent(character)}\``;
  return { problem: `${JSON.stringify(character)} cannot stand in a URI`, help };
}

/** What is wrong with the whole, when each part is right by itself. */
function faultOf(parts: readonly TemplatePart[]): TemplateFault | undefined {
  const expressions = expressionsOf(parts);
  const count = expressions.flatMap(({ names }) => names).length;
  if (count > mostVariables) {
    return { problem: `there are ${count} variables, and ${mostVariables} are allowed`, help: 'use fewer of them' };
  }
  if (expressions.filter(({ operator }) => operator === '+').length > 1) {
    const help = 'keep one `{+x}`: each takes slashes too, so that nobody can tell where the first one ends';
    return { problem: 'there are several `{+x}`', help };
  }
  const queryFault = faultOfQuery(parts);
  if (queryFault !== undefined) return queryFault;
  let inSegment = 0;
  for (const [index, part] of parts.entries()) {
    if (typeof part === 'string') {
      if (part.includes('/')) inSegment = 0;
      continue;
    }
    if (isQuery(part)) break;
    const before = parts[index - 1];
    if (typeof before === 'object' && (part.operator === '' || part.operator === '+')) {
      return { problem: 'two variables stand side by side', help: 'put something between them, such as `/`' };
    }
    inSegment = part.operator === '/' ? 1 : inSegment + 1;
    if (inSegment > 2) {
      const help = 'put slashes between them: nobody can tell where one ends and the next begins';
      return { problem: 'more than two variables stand in one step of the path', help };
    }
  }
  return undefined;
}

function faultOfQuery(parts: readonly TemplatePart[]): TemplateFault | undefined {
  const start = parts.findIndex((part) => typeof part !== 'string' && isQuery(part));
  if (start === -1) return undefined;
  const [first, ...rest] = parts.slice(start);
  if (rest.some((part) => typeof part === 'string' || part.operator !== '&')) {
    return { problem: 'something follows the query', help: 'put `{?x}` at the end; more of it is `{&y}`, or `{?x,y}`' };
  }
  const isBegun = parts.slice(0, start).some((part) => typeof part === 'string' && part.includes('?'));
  const operator = isBegun ? '&' : '?';
  if (typeof first !== 'object' || first.operator === operator) return undefined;
  const problem = isBegun ? 'the query begins twice' : 'the query has no beginning';
  return { problem, help: `write \`{${operator}${first.names.join(',')}}\`` };
}
