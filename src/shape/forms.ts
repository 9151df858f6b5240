import type { JsonPath } from '../json.js';

const toolName = '1 to 128 letters, digits, `_`, `-` and `.`, with a letter, a digit or `_` first';
const printable = 'printable text on one line, with no blank at either end';
const ownName = 'a letter, then letters, digits and `_`';
const pointer = 'a JSON Pointer: empty, or steps that each begin with `/`';

const forms: Readonly<Record<string, string>> = {
  name: toolName,
  tool: toolName,
  workflow: toolName,
  composable_with: toolName,
  see_also: toolName,
  output_compatibility: ownName,
  step: ownName,
  after: ownName,
  id: ownName,
  from: pointer,
  to: pointer,
  ontology: 'a URI, such as `https://schema.org/CreateAction`',
  url: 'an `https:` or `http:` URL',
  src: 'an `https:` URL or a `data:` URI',
  sizes: '`any`, or width and height such as `48x48`',
  websiteUrl: 'an `https:` URL',
  mimeType: 'a media type, such as `text/markdown`',
  lastModified: 'a date or a time as ISO 8601 has it, such as `2026-07-28T12:00:00Z`',
  main: 'a file that ends in `.ts`',
};

/** Fields of workflows whose names mean something else in tools. */
const workflowForms: Readonly<Record<string, string>> = {
  from: 'a name, and a JSON Pointer into it, such as `input/ticketId` or `find/id`',
};

const namingForms: Readonly<Record<string, string>> = { from: pointer, to: ownName };

/** What the pattern at a place asks for, in words. A pattern of our formats that has none here is a bug that tests find. */
export function formOf(path: JsonPath): string {
  const field = String(path.findLast((step) => typeof step === 'string'));
  const isWorkflow = path[0] === 'workflows';
  if (field === 'name' && isOffer(path)) return printable;
  // The two halves of `outputs` of a step are the other way round: from a pointer to a name.
  if (isWorkflow && field === 'id' && path.length === 3) return toolName;
  const isNaming = isWorkflow && path.at(-3) === 'outputs' && path.length > 5;
  const form = isNaming ? namingForms[field] : ((isWorkflow ? workflowForms[field] : undefined) ?? forms[field]);
  if (form === undefined) throw new Error(`no words for the pattern of ${field}`);
  return form;
}

/** Whether a place is in a resource, a template or a prompt: what they are called is not as narrow as names of tools are. */
export function isOffer(path: JsonPath): boolean {
  return path[0] === 'resources' || path[0] === 'resourceTemplates' || path[0] === 'prompts';
}

/** A tool name made of what somebody wrote: `create ticket` becomes `create_ticket`. Undefined when nothing is left. */
export function nameLike(text: string): string | undefined {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  const name = plain
    .replace(/[^A-Za-z0-9_.-]+/g, '_')
    .replace(/^[-.]+/, '')
    .slice(0, 64);
  return /[A-Za-z0-9]/.test(name) ? name : undefined;
}
