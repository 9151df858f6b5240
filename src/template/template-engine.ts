import Handlebars from 'handlebars';

/** Makes text of a value for one context of the output. Throws when the value is none that belongs there. */
export type Encoder = (value: unknown) => string;

export interface EngineOptions {
  /** What `{{value}}` does without an encoder: nothing, or escaping for the text of an HTML element. */
  readonly escaping: 'none' | 'html';
  /** The helpers of the templates, by name. */
  readonly encoders: Readonly<Record<string, Encoder>>;
}

/** Compiles a template of the package. A value that is missing or of the wrong kind is a bug of ours, and throws. */
export type CompileTemplate = <Values>(source: string) => (values: Values) => string;

/**
 * A template language of encoders and three blocks, and none of Handlebars' own helpers, which look values up in ways that a
 * template need not have: `{{#when flag}}`, `{{#list items}}` (inside, an item is the context) and `{{#some thing}}` (inside,
 * the thing is). There are no partials. Only texts that ship with mcpgen may be compiled.
 */
export function createEngine({ escaping, encoders }: EngineOptions): CompileTemplate {
  const engine = Handlebars.create();
  for (const [name, encode] of Object.entries(encoders)) {
    engine.registerHelper(name, (value: unknown) => new Handlebars.SafeString(encode(value)));
  }
  for (const [name, block] of Object.entries(blocks)) engine.registerHelper(name, block);
  const options = {
    noEscape: escaping === 'none',
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { ...known(encoders), ...known(blocks), ...builtIn },
  };
  return <Values>(source: string) => engine.compile<Values>(source, options);
}

/** Helpers that Handlebars would have, switched off. */
const builtIn = {
  ...{ helperMissing: false, blockHelperMissing: false, each: false, if: false, unless: false },
  ...{ with: false, log: false, lookup: false },
};

// `strict` does not reach the arguments of helpers, so each looks at its own.
const blocks: Readonly<Record<string, (this: unknown, value: unknown, options: Handlebars.HelperOptions) => string>> = {
  when(value, options) {
    if (typeof value !== 'boolean') throw new Error('{{#when}} in a template got neither true nor false');
    return value ? options.fn(this) : options.inverse(this);
  },
  list(value, options) {
    if (!Array.isArray(value)) throw new Error('{{#list}} in a template got no list');
    return value.map((item) => options.fn(item)).join('');
  },
  some(value, options) {
    if (value === undefined) return options.inverse(this);
    if (typeof value !== 'object' || value === null) throw new Error('{{#some}} in a template got no object');
    return options.fn(value);
  },
};

function known(names: object): Record<string, true> {
  return Object.fromEntries(Object.keys(names).map((name) => [name, true]));
}
