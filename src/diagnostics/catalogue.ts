import { askEntries } from './catalogue/ask.js';
import { authorizationEntries } from './catalogue/authorization.js';
import { compositionEntries } from './catalogue/composition.js';
import { dependencyEntries } from './catalogue/dependencies.js';
import type { CatalogueEntry } from './catalogue/entry.js';
import { exampleEntries } from './catalogue/examples.js';
import { handlerEntries } from './catalogue/handlers.js';
import { importEntries } from './catalogue/import.js';
import { limitEntries } from './catalogue/limits.js';
import { lintEntries } from './catalogue/lint.js';
import { manifestEntries } from './catalogue/manifest.js';
import { nameEntries } from './catalogue/names.js';
import { outputEntries } from './catalogue/output.js';
import { projectEntries } from './catalogue/project.js';
import { protocolEntries } from './catalogue/protocol.js';
import { promptEntries, resourceEntries } from './catalogue/resources.js';
import { schemaEntries } from './catalogue/schema.js';
import { semanticsEntries } from './catalogue/semantics.js';
import { taskEntries } from './catalogue/tasks.js';
import { textEntries } from './catalogue/text.js';
import { workflowEntries } from './catalogue/workflow.js';
import { yamlEntries } from './catalogue/yaml.js';
import type { Diagnostic, RelatedSpan, Severity, Span, TextEdit } from './diagnostic.js';

/** Every finding that mcpgen can make. The codes are public API: they are never reused for something else. */
export const catalogue = {
  ...projectEntries,
  ...yamlEntries,
  ...limitEntries,
  ...manifestEntries,
  ...protocolEntries,
  ...authorizationEntries,
  ...nameEntries,
  ...schemaEntries,
  ...textEntries,
  ...semanticsEntries,
  ...dependencyEntries,
  ...resourceEntries,
  ...promptEntries,
  ...exampleEntries,
  ...askEntries,
  ...compositionEntries,
  ...workflowEntries,
  ...taskEntries,
  ...handlerEntries,
  ...outputEntries,
  ...importEntries,
  ...lintEntries,
};

export type DiagnosticCode = keyof typeof catalogue;

type ParamsOf<Code extends DiagnosticCode> =
  (typeof catalogue)[Code] extends CatalogueEntry<infer Params> ? Params : never;

/** All codes, in the order of the catalogue. */
export const diagnosticCodes = Object.keys(catalogue) as DiagnosticCode[];

export function isDiagnosticCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(catalogue, text);
}

export interface Where {
  readonly span?: Span | undefined;
  readonly related?: readonly RelatedSpan[];
  /** Replaces the catalogue's own help when the place knows better. */
  readonly help?: string | undefined;
  readonly severity?: Severity;
  readonly fix?: readonly TextEdit[] | undefined;
}

/** The only way to make a Diagnostic. */
export function diagnose<Code extends DiagnosticCode>(
  code: Code,
  params: ParamsOf<Code>,
  where: Where = {},
): Diagnostic {
  const found = catalogue[code] as CatalogueEntry<ParamsOf<Code>>;
  const help = where.help ?? found.help?.(params);
  return {
    code,
    severity: where.severity ?? found.severity,
    message: found.message(params),
    related: where.related ?? [],
    ...(where.span === undefined ? {} : { span: where.span }),
    ...(help === undefined ? {} : { help }),
    ...(where.fix === undefined ? {} : { fix: where.fix }),
  };
}
