import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import type { ResourceTemplateEntry } from '../../manifest/read-manifests.js';
import {
  expressionsOf,
  matcherOf,
  parseUriTemplate,
  sampleUri,
  type TemplateFault,
  type TemplatePart,
} from '../../model/uri-template.js';
import { isAbsolute, normalUri, uriFault } from './uri-fault.js';

/** One template by itself: its form, its variables, and what is said about them. */
export function checkTemplate({ declaration, origin }: ResourceTemplateEntry): Diagnostic[] {
  const { uriTemplate: template, variables = {} } = declaration;
  const span = origin.doc.locate([...origin.path, 'uriTemplate']);
  const parts = parseUriTemplate(template);
  const fault = 'problem' in parts ? parts : faultOfUris(parts);
  if (fault !== undefined) return [diagnose('resources/template', { template, ...fault }, { span })];
  const names = 'problem' in parts ? [] : expressionsOf(parts).flatMap((each) => each.names);
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  const found =
    repeated === undefined ? [] : [diagnose('resources/repeated-variable', { variable: repeated }, { span })];
  for (const name of names) if (name in Object.prototype) found.push(diagnose('names/reserved', { name }, { span }));
  for (const variable of Object.keys(variables)) {
    if (names.includes(variable)) continue;
    const params = { variable, suggestion: didYouMean(variable, names), known: names };
    const key = origin.doc.locate([...origin.path, 'variables', variable], 'key');
    found.push(diagnose('resources/unknown-variable', params, { span: key }));
  }
  return found;
}

/** A URI of the template has to be one, and be the template's still when a server has brought it into its normal form. */
function faultOfUris(parts: readonly TemplatePart[]): TemplateFault | undefined {
  if (typeof parts[0] !== 'string' || !isAbsolute(sampleUri(parts, 'x'))) {
    return {
      problem: 'it does not begin with a scheme',
      help: 'write it with its scheme, such as `desk://tickets/{id}`',
    };
  }
  const uri = sampleUri(parts, 'Xx');
  const fault = uriFault(uri);
  if (fault === undefined) return undefined;
  const normal = normalUri(uri);
  if (normal === undefined || !matcherOf(parts)(normal)) {
    return { problem: `what it makes, such as ${JSON.stringify(uri)}, ${fault.problem}`, help: fault.help };
  }
  // Where the variable itself is changed, a handler would get another value than the one that was asked for.
  return { problem: 'a variable stands where upper case is lost', help: 'put the variable into the path or the query' };
}
