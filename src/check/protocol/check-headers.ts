import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, RelatedSpan } from '../../diagnostics/diagnostic.js';
import { mentions } from '../../json.js';
import type { Manifests } from '../../manifest/read-manifests.js';
import type { ResolvedSchemas } from '../../schema/resolve-schemas.js';
import { type SchemaView, type SubschemaView, schemaViews } from '../lint/schema-view.js';

const KEYWORD = 'x-mcp-header';
/** RFC 9110, 5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const TYPES = ['string', 'integer', 'boolean'];

/**
 * Arguments that clients repeat in headers (MCP 2026-07-28, server/tools, "x-mcp-header"): a client leaves out a whole tool that breaks
 * one of the rules.
 */
export function checkHeaders(manifests: Manifests, schemas: ResolvedSchemas): Diagnostic[] {
  return schemaViews(manifests, schemas.written).all.flatMap(checkView);
}

function checkView(view: SchemaView): Diagnostic[] {
  if (!mentions(view.root, KEYWORD)) return [];
  const seen = new Map<string, SubschemaView>();
  return view.subschemas
    .filter(({ schema }) => Object.hasOwn(schema, KEYWORD))
    .flatMap((subschema) => {
      const span = subschema.locate([KEYWORD], 'key');
      const problem = problemOf(view, subschema);
      if (problem !== undefined) return [diagnose('schema/mcp-header', { problem }, { span })];
      const name = String(subschema.schema[KEYWORD]);
      const first = seen.get(name.toLowerCase());
      seen.set(name.toLowerCase(), first ?? subschema);
      if (first === undefined) return [];
      const related: RelatedSpan[] = [{ span: first.locate([KEYWORD]), message: 'the first one' }];
      const twice = `names the header ${JSON.stringify(name)}, as another argument of the tool does`;
      return [diagnose('schema/mcp-header', { problem: twice }, { span, related })];
    });
}

function problemOf({ role }: SchemaView, { schema, path }: SubschemaView): string | undefined {
  if (role === 'output') return 'stands in an output: headers repeat arguments';
  const isReachable =
    role === 'input' && path.length > 0 && path.every((step, i) => i % 2 === 1 || step === 'properties');
  if (!isReachable)
    return 'stands where no chain of `properties` leads from the input: not in items, branches or `$ref`';
  const value = schema[KEYWORD];
  if (typeof value !== 'string' || !TOKEN.test(value)) return 'is not the name of a header (RFC 9110, token)';
  const { type } = schema;
  if (typeof type !== 'string' || !TYPES.includes(type))
    return 'needs an argument of the type string, integer or boolean';
  return undefined;
}
