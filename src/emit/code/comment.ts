import { Code, nothing } from './code.js';

/** What ends a line for some tool or other; a comment must not be left through any of them. */
const lineEnds = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/**
 * Invisible or direction-changing characters: a reviewer must see what stands in the file. An emoji that is joined of several
 * comes first, since its joiner is neither.
 */
const hidden =
  /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?\u200d(?=\p{Extended_Pictographic})|[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ud800-\udfff]|[\u{e0000}-\u{e0fff}]/gu;

/**
 * A TSDoc comment. Free text and tags come from manifests, so the comment's end, tags and inline tags in it are broken apart.
 * Empty paragraphs vanish; an empty comment is nothing.
 */
export function docComment(text: string | undefined, tags: readonly DocTag[] = []): Code {
  const body = [...textLines(text ?? '', false), ...tags.flatMap(tagLines)].flatMap(wrap);
  if (body.length === 0) return nothing;
  if (body.length === 1) return new Code(`/** ${body[0]} */`);
  return new Code(`/**\n${body.map((line) => (line === '' ? ' *' : ` * ${line}`)).join('\n')}\n */`);
}

/** One block tag. Its name is a constant of this repository, its text may come from a manifest. */
export interface DocTag {
  readonly name: 'default' | 'deprecated' | 'example' | 'remarks' | 'see';
  readonly text: string;
}

function tagLines(tag: DocTag): string[] {
  const [first, ...rest] = textLines(tag.text, true);
  return [first === undefined ? `@${tag.name}` : `@${tag.name} ${first}`, ...rest.map((line) => `  ${line}`)];
}

function textLines(text: string, inTag: boolean): string[] {
  const all = text.split(lineEnds).map((line) => clean(line).trimEnd());
  while (all.length > 0 && all[0] === '') all.shift();
  while (all.length > 0 && all.at(-1) === '') all.pop();
  return inTag ? all : all.filter((line, index) => line !== '' || all[index - 1] !== '');
}

/** TSDoc reads nothing inside of one, so braces stay as they are. TypeScript would find tags there all the same. */
const codeSpan = /(`[^`]+`)/;

/** Most lines are plain, and looking closer at each would take most of the time of a build. */
const plain = /^[A-Za-z0-9 .,:;()'"!?<>=+_#$%&|~^[\]-]*$/;

function clean(line: string): string {
  if (plain.test(line)) return line;
  const safe = line
    .replaceAll('\t', '  ')
    .replace(hidden, (found) => (found.endsWith('\u200d') && found.length > 1 ? found : codePoint(found)))
    .replaceAll('*/', '*\\/')
    .replaceAll('/*', '/\\*')
    .replaceAll(/(^|[^\w`])@(?=\w)/g, '$1\\@');
  return safe
    .split(codeSpan)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/([{}])/g, '\\$1')))
    .join('');
}

const widthOfComment = 110;

/** Breaks a long line between words, under its own start; tables, indented code and code spans stay as they are. */
function wrap(line: string): string[] {
  if (line.length <= widthOfComment || /^(\|| {4})/.test(line)) return [line];
  const hanging = /^\s*(?:[-*+] |\d+[.)] |@\w+ )?/.exec(line)?.[0].length ?? 0;
  const indent = ' '.repeat(line.startsWith('@') ? 2 : hanging);
  const wrapped: string[] = [];
  let rest = line;
  // The same line where every space is one to break at.
  let breaks = line
    .split(codeSpan)
    .map((part, index) => (index % 2 === 1 ? '_'.repeat(part.length) : part))
    .join('');
  while (rest.length > widthOfComment) {
    const at = breaks.lastIndexOf(' ', widthOfComment);
    if (at <= indent.length) break;
    wrapped.push(rest.slice(0, at).trimEnd());
    breaks = indent + breaks.slice(at + 1).trimStart();
    rest = indent + rest.slice(at + 1).trimStart();
  }
  return [...wrapped, rest];
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
