import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, Span } from '../../diagnostics/diagnostic.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { feeds, feedsMapped, type Verdict } from '../../flow/flow.js';
import { piecesOfResult } from '../../flow/pieces-of-result.js';
import type { JsonObject, JsonPath } from '../../json.js';
import type { Deadline } from '../../limits/deadline.js';
import type { ResultMapping } from '../../manifest/manifest.generated.js';
import type { ToolEntry } from '../../manifest/read-manifests.js';
import type { ResolvedSchemas } from '../../schema/resolve-schemas.js';
import { absentPart } from '../absent-part.js';
import type { Callable } from '../callables.js';
import { describeReasons, isCertain, mendFor, reasonsByPiece } from '../explain-flow.js';
import { checkRepeated } from '../semantics/check-repeated.js';

/**
 * `composable_with`, `mappings` and `output_compatibility`: the names exist, and the schemas bear them out. `declared` are the names of
 * all shared schemas, of which some may have errors of their own.
 */
export function checkPartners(
  tool: ToolEntry,
  callables: ReadonlyMap<string, Callable>,
  schemas: ResolvedSchemas,
  declared: ReadonlySet<string>,
  deadline: Deadline,
): Diagnostic[] {
  const { composition } = tool.declaration;
  if (composition === undefined) return [];
  const { composable_with = [], mappings = {}, output_compatibility = [] } = composition;
  const at = (...path: JsonPath) => tool.origin.doc.locate([...tool.origin.path, 'composition', ...path]);
  const diagnostics = [
    ...checkRepeated('tool', composable_with, (index) => at('composable_with', index)),
    ...checkRepeated('schema', output_compatibility, (index) => at('output_compatibility', index)),
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
  for (const [name, index] of firstPlaces(composable_with)) {
    deadline.check('checking the composition', tool.name);
    diagnostics.push(...checkPartner(tool, output, name, mappings[name], at('composable_with', index), callables));
  }
  for (const [name, index] of firstPlaces(output_compatibility)) {
    deadline.check('checking the composition', tool.name);
    diagnostics.push(...checkCompatibility(tool, output, name, at('output_compatibility', index), schemas, declared));
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
  const { input, entry } = partner;
  if (input === undefined) return [];
  const absent = checkParts(tool, output, name, mapping ?? []);
  if (absent.length > 0) return absent;
  const verdict = mapping === undefined ? feeds(output, input) : feedsMapped(piecesOfResult(mapping, output), input);
  if (verdict.ok) return [];
  const { doc, path } = tool.origin;
  const place: JsonPath = [...path, 'composition', 'mappings', name];
  const spanOf = (piece: number | undefined): Span => {
    if (mapping === undefined) return span;
    return piece === undefined ? doc.locate(place, 'key') : doc.locate([...place, piece]);
  };
  const takes = entry.origin.doc.locate([...entry.origin.path, 'inputSchema'], 'key');
  return reasonsByPiece(verdict.reasons).map(([piece, reasons]) => {
    const params = {
      from:
        mapping === undefined
          ? `the result of ${JSON.stringify(tool.name)}`
          : `the result of ${JSON.stringify(tool.name)}, mapped like this,`,
      to: `an input of ${JSON.stringify(name)}`,
      reasons: describeReasons(reasons),
      certain: isCertain(reasons),
    };
    const other = mapping === undefined ? `say with \`mappings.${name}\` which part goes where` : 'change the mapping';
    const mend = mapping === undefined && params.certain ? other : (mendFor(piece, reasons) ?? other);
    const help = `${mend}; or change the schemas, or remove \`${name}\``;
    const related = [{ message: 'it takes this', span: takes }];
    return diagnose('composition/incompatible', params, { span: spanOf(piece), related, help });
  });
}

/** What the mapping takes from a result is there, at least sometimes. */
function checkParts(
  { name: producer, origin }: ToolEntry,
  output: JsonObject,
  name: string,
  mapping: readonly ResultMapping[],
): Diagnostic[] {
  return mapping.flatMap(({ from }, index) => {
    const absent = from === undefined ? undefined : absentPart(output, from);
    if (from === undefined || absent === undefined) return [];
    const span = origin.doc.locate([...origin.path, 'composition', 'mappings', name, index, 'from']);
    const params = { from: `the result of ${JSON.stringify(producer)}`, place: from, ...absent };
    return [diagnose('composition/absent-part', params, { span })];
  });
}

function checkCompatibility(
  tool: ToolEntry,
  output: JsonObject,
  name: string,
  span: Span,
  schemas: ResolvedSchemas,
  declared: ReadonlySet<string>,
): Diagnostic[] {
  const target = schemas.shared.get(name)?.schema;
  if (target === undefined) {
    if (declared.has(name)) return [];
    const suggestion = didYouMean(name, declared);
    return [diagnose('composition/unknown-schema', { name, suggestion }, { span })];
  }
  const verdict: Verdict = feeds(output, target);
  if (verdict.ok) return [];
  const params = {
    from: `the result of ${JSON.stringify(tool.name)}`,
    to: `valid for the schema ${JSON.stringify(name)}`,
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
  const tools = [...callables.values()].filter(isTool).map(({ entry }) => entry.name);
  const params = { name, field, isWorkflow: callables.has(name), suggestion: didYouMean(name, tools) };
  return diagnose('composition/unknown-tool', params, { span });
}

/** Each name with the first index that it has. */
function firstPlaces(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name) => [name, names.indexOf(name)]));
}
