import { allowedElements, blocks, voidElements } from './allowed.js';

/** What a page refers to. */
export interface ReadPage {
  readonly ids: ReadonlySet<string>;
  /** Ids that the page refers to itself. */
  readonly references: readonly string[];
  readonly links: readonly Link[];
}

export interface Link {
  readonly element: string;
  readonly rel: string;
  readonly url: string;
}

const doctype = '<!doctype html>\n';

const entity = '&(?:amp|lt|gt|quot|#39|#96);';

const token = new RegExp(
  `<(/?)([a-z][a-z0-9]*)((?: [a-zA-Z:-]+(?:="(?:[^"<>&]|${entity})*")?)*)(/?)>|[^<>&]+|${entity}`,
  'y',
);

const attributePattern = / ([a-zA-Z:-]+)(?:="([^"]*)")?/g;

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
};

/**
 * Reads a page by rules so narrow that every browser reads it the same way: all tags are balanced, all attributes quoted, elements
 * and attributes are known ones, nothing but text stands where text belongs. Throws on everything else.
 */
export function readPage(markup: string): ReadPage {
  if (!markup.startsWith(doctype)) throw new Error('it does not begin as a page');
  const reader = new PageReader();
  token.lastIndex = doctype.length;
  while (token.lastIndex < markup.length) {
    const at = token.lastIndex;
    const found = token.exec(markup);
    if (found === null) throw new Error(`there is stray markup: ${JSON.stringify(markup.slice(at, at + 40))}`);
    const [, slash, name, attributes = '', selfClosing] = found;
    if (name === undefined) reader.text(found[0]);
    else if (slash === '/') reader.close(name, attributes + selfClosing);
    else reader.open(name, attributes, selfClosing === '/');
  }
  return reader.end();
}

class PageReader {
  readonly #stack: string[] = [];
  readonly #ids = new Set<string>();
  readonly #references: string[] = [];
  readonly #links: Link[] = [];

  open(name: string, source: string, isClosed: boolean): void {
    const allowed = allowedElements.get(name);
    if (allowed === undefined) throw new Error(`there is an element <${name}>`);
    const parent = this.#stack.at(-1);
    if (parent === 'script') throw new Error(`there is a <${name}> in a script`);
    if (parent === 'title' && !this.#stack.includes('svg')) throw new Error(`there is a <${name}> in the title`);
    if (blocks.has(name) && this.#stack.includes('p')) throw new Error(`a <${name}> would end a paragraph`);
    if (name === 'a' && this.#stack.includes('a')) throw new Error('a link stands in a link');
    this.#attributes(name, allowed, source);
    if (isClosed && !this.#stack.includes('svg')) throw new Error(`<${name}/> is only SVG`);
    if (!isClosed && !voidElements.has(name)) this.#stack.push(name);
    else if (isClosed !== ['circle', 'path', 'rect'].includes(name)) throw new Error(`<${name}> is not closed`);
  }

  close(name: string, rest: string): void {
    if (rest !== '' || this.#stack.pop() !== name) throw new Error(`</${name}> closes something else`);
  }

  text(value: string): void {
    const parent = this.#stack.at(-1);
    if (parent === 'script') throw new Error('a script stands in the page');
    if (parent === undefined && value.trim() !== '') throw new Error('text stands outside of the page');
  }

  end(): ReadPage {
    const open = this.#stack.at(-1);
    if (open !== undefined) throw new Error(`<${open}> is not closed`);
    return { ids: this.#ids, references: this.#references, links: this.#links };
  }

  #attributes(element: string, allowed: ReadonlySet<string>, source: string): void {
    if (source === '' && element !== 'script') return;
    const values = new Map<string, string>();
    for (const [, name = '', value = ''] of source.matchAll(attributePattern)) {
      if (!allowed.has(name)) throw new Error(`<${element}> has an attribute ${name}`);
      if (values.has(name)) throw new Error(`<${element}> has two attributes ${name}`);
      values.set(name, plainText(value));
    }
    const id = values.get('id');
    if (id !== undefined) {
      if (this.#ids.has(id)) throw new Error(`two elements have the id ${id}`);
      this.#ids.add(id);
    }
    for (const name of ['aria-labelledby', 'aria-describedby', 'for']) {
      if (values.has(name)) this.#references.push(...(values.get(name) ?? '').split(' '));
    }
    const url = values.get('href') ?? values.get('src');
    if (url !== undefined) this.#links.push({ element, rel: values.get('rel') ?? '', url });
    else if (element === 'script') throw new Error('a script has no source');
  }
}

function plainText(value: string): string {
  return value.includes('&') ? value.replaceAll(/&[^;]+;/g, (each) => characters[each] ?? each) : value;
}
