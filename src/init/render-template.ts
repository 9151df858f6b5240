import type { Host } from '../host/host.js';
import { createEngine } from '../template/template-engine.js';
import { templateHelpers } from './template-helpers.js';

export type TemplateValues = Readonly<Record<string, string | boolean>>;

/** A template that came with mcpgen. Nothing else is ever compiled: there is no way to make one from a string. */
export type Template = ShippedTemplate;

const SUFFIX = '.hbs';

class ShippedTemplate {
  readonly #source: string;

  constructor(
    /** Where its output belongs, relative to the project's root. */
    readonly path: string,
    source: string,
  ) {
    this.#source = source;
  }

  /** The template's text with the values put in. A value that is missing or of the wrong kind is a bug of ours, and throws. */
  render(values: TemplateValues): string {
    return compile<TemplateValues>(this.#source)(values);
  }
}

/** The templates below `templates/<folder>` of the package, in the order of their paths. */
export function loadTemplates(packageFiles: Host, folder: string): Template[] {
  const base = `templates/${folder}`;
  return packageFiles
    .listFiles(base)
    .filter((path) => path.endsWith(SUFFIX))
    .map((path) => {
      const bytes = packageFiles.readFile(path);
      if (bytes === undefined) throw new Error(`the package lacks ${path}`);
      return new ShippedTemplate(path.slice(base.length + 1, -SUFFIX.length), textOf(bytes));
    });
}

/** With line ends as they were written, whatever the version control of a checkout made of them. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
}

const compile = createEngine({
  escaping: 'none',
  encoders: Object.fromEntries(
    Object.entries(templateHelpers).map(([name, encode]) => [
      name,
      (value: unknown) => {
        if (typeof value !== 'string') throw new Error(`{{${name}}} in a template got no text`);
        return encode(value);
      },
    ]),
  ),
});
