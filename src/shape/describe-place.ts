import { isJsonObject, type JsonPath, type JsonValue } from '../json.js';
import type { SourceDoc } from '../source/source-doc.js';
import type { Format } from './check-shape.js';

/** The part of a file that has a vocabulary of its own. */
export type Section = 'manifest' | 'tool' | 'config';

export function sectionOf(path: JsonPath, format: Format): Section | undefined {
  if (path.length === 0) return format === 'mcpgen' ? 'config' : 'manifest';
  return format === 'manifest' && path.length === 2 && path[0] === 'tools' ? 'tool' : undefined;
}

/** A place in a file as its author would say it: `annotations` of the tool "create_ticket". */
export function describePlace(path: JsonPath, doc: SourceDoc, format: Format): string {
  if (path.length === 0) return format === 'mcpgen' ? 'mcpgen.yaml' : 'a manifest';
  if (format === 'manifest' && path[0] === 'tools' && path.length > 1) {
    const tool = describeTool(Number(path[1]), doc.value);
    const rest = path.slice(2);
    return rest.length === 0 ? tool : `\`${dotted(rest)}\` of ${tool}`;
  }
  return `\`${dotted(path)}\``;
}

function describeTool(index: number, root: JsonValue): string {
  const tools = isJsonObject(root) ? root['tools'] : undefined;
  const tool = Array.isArray(tools) ? tools[index] : undefined;
  const name = isJsonObject(tool) ? tool['name'] : undefined;
  return typeof name === 'string' && name !== ''
    ? `the tool ${JSON.stringify(name.length > 128 ? `${name.slice(0, 40)}…` : name)}`
    : `tool number ${index + 1} of this file`;
}

function dotted(path: JsonPath): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}
