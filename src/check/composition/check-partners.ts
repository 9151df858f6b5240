import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, Span } from '../../diagnostics/diagnostic.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { type Constant, feeds, feedsMapped, type Piece, type Verdict } from '../../flow/flow.js';
import type { JsonObject, JsonPath, JsonValue } from '../../json.js';
import type { ResultMapping } from '../../manifest/manifest.generated.js';
import type { ToolEntry } from '../../manifest/read-manifests.js';
import type { ResolvedSchemas } from '../../schema/resolve-schemas.js';
import type { Callable } from '../callables.js';
import { describeReasons, isCertain } from '../explain-flow.js';

/** `composable_with`, `mappings` and `output_compatibility`: the names exist, and the schemas bear them out. */
export function checkPartners(
  tool: ToolEntry,
  callables: ReadonlyMap<string, Callable>,
  schemas: ResolvedSchemas,
): Diagnostic[] {
  const { composition } = tool.declaration;
  if (composition === undefined) return [];
  const { composable_with = [], mappings = {}, output_compatibility = [] } = composition;
  const at = (...path: JsonPath) => tool.origin.doc.locate([...tool.origin.path, 'composition', ...path]);
  const diagnostics = [
    ...repeated('tool', composable_with, (index) => at('composable_with', index)),
    ...repeated('schema', output_compatibility, (index) => at('output_compatibility', index)),
  ];
  for (const name of Object.keys(mappings)) {
    if (composable_with.includes(name)) continue;
    const span = tool.origin.doc.locate([...tool.origin.path, 'composition', 'mappings', name], 'key');
    diagnostics.push(diagnose('composition/mapping-unused', { name }, { span }));
  }
  const output = schemas.outputs.get(tool)?.schema;
  if (output === undefined) {
    // A tool whose output schema is broken has its finding already.
    if (tool.declaration.outputSchema !== undefined) return diagnostics;
    return [...diagnostics, ...withoutOutput(tool, composable_with, output_compatibility)];
  }
  for (const [index, name] of composable_with.entries()) {
    diagnostics.push(...checkPartner(tool, output, name, mappings[name], at('composable_with', index), callables));
  }
  for (const [index, name] of output_compatibility.entries()) {
    diagnostics.push(...checkCompatibility(tool, output, name, at('output_compatibility', index), schemas));
  }
  return diagnostics;
}

function checkPartner(
  tool: ToolEntry,
  output: JsonObject,
  name: string,
  mapping: readonly ResultMapping[] | undefined,
  span: Span,
  callables: ReadonlyMap<string, Callable>,
): Diagnostic[] {
  const partner = callables.get(name);
  if (partner === undefined || !isTool(partner)) return [unknownTool(name, 'composable_with', span, callables)];
  const verdict =
    mapping === undefined ? feeds(output, partner.input) : feedsMapped(piecesOf(mapping, output), partner.input);
  if (verdict.ok) return [];
  const { doc, path } = tool.origin;
  const piece = verdict.reasons[0]?.piece;
  const place = piece === undefined ? span : doc.locate([...path, 'composition', 'mappings', name, piece]);
  const params = {
    from: `the result of ${JSON.stringify(tool.name)}`,
    to: `an input of ${JSON.stringify(name)}`,
    reasons: describeReasons(verdict.reasons),
    certain: isCertain(verdict.reasons),
  };
  const { origin } = partner.entry;
  const related = [{ message: 'it takes this', span: origin.doc.locate([...origin.path, 'inputSchema'], 'key') }];
  const help = `change the schemas, say with \`mappings.${name}\` which part goes where, or remove \`${name}\``;
  return [diagnose('composition/incompatible', params, { span: place, related, help })];
}

function checkCompatibility(
  tool: ToolEntry,
  output: JsonObject,
  name: string,
  span: Span,
  schemas: ResolvedSchemas,
): Diagnostic[] {
  const target = schemas.shared.get(name)?.schema;
  if (target === undefined) {
    const suggestion = didYouMean(name, schemas.shared.keys());
    return [diagnose('composition/unknown-schema', { name, suggestion }, { span })];
  }
  const verdict: Verdict = feeds(output, target);
  if (verdict.ok) return [];
  const params = {
    from: `the result of ${JSON.stringify(tool.name)}`,
    to: `a ${name}`,
    reasons: describeReasons(verdict.reasons),
    certain: isCertain(verdict.reasons),
  };
  const help = `let \`outputSchema\` refer to \`#/schemas/${name}\`, or remove the entry`;
  return [diagnose('composition/incompatible', params, { span, help })];
}

function withoutOutput(tool: ToolEntry, partners: readonly string[], compatible: readonly string[]): Diagnostic[] {
  const { doc, path } = tool.origin;
  const report = (field: 'composable_with' | 'output_compatibility') =>
    diagnose(
      'composition/no-output',
      { tool: tool.name, field },
      { span: doc.locate([...path, 'composition', field], 'key') },
    );
  return [
    ...(partners.length > 0 ? [report('composable_with')] : []),
    ...(compatible.length > 0 ? [report('output_compatibility')] : []),
  ];
}

function piecesOf(mapping: readonly ResultMapping[], schema: JsonObject): (Piece | Constant)[] {
  return mapping.map(({ from, to, value, default: otherwise }) =>
    from === undefined
      ? { value: value as JsonValue, to }
      : { schema, from, to, ...(otherwise === undefined ? {} : { default: otherwise as JsonValue }) },
  );
}

/** Workflows that are exposed are tools; the others are functions of the client alone. */
export function isTool({ entry }: Callable): boolean {
  return entry.kind === 'tool' || entry.declaration.expose === 'tool';
}

export function unknownTool(
  name: string,
  field: string,
  span: Span,
  callables: ReadonlyMap<string, Callable>,
): Diagnostic {
  const suggestion = didYouMean(
    name,
    [...callables.values()].filter(isTool).map(({ entry }) => entry.name),
  );
  return diagnose('composition/unknown-tool', { name, field, suggestion }, { span });
}

function repeated(what: string, names: readonly string[], at: (index: number) => Span): Diagnostic[] {
  return names.flatMap((value, index) => {
    const first = names.indexOf(value);
    if (first === index) return [];
    const related = [{ message: 'it is listed here first', span: at(first) }];
    return [diagnose('semantics/repeated', { what, value }, { span: at(index), related })];
  });
}
