import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Deadline } from '../../limits/deadline.js';
import type { Manifests, ResourceEntry, ResourceTemplateEntry } from '../../manifest/read-manifests.js';
import { matcherOf, parseUriTemplate, shapeOf, type TemplatePart } from '../../model/uri-template.js';
import { repetitions } from '../repetitions.js';
import { checkTemplate } from './check-template.js';
import { uriFault } from './uri-fault.js';

/** Every URI is one and in its normal form, every template can be read back, and no two stand for the same. */
export function checkResources(manifests: Manifests, deadline: Deadline): Diagnostic[] {
  const { resources } = manifests;
  return [
    ...resources.flatMap(checkUri),
    ...repetitions(resources, ({ declaration }) => declaration.uri).map(({ entry, first }) => {
      const related = [{ message: 'it stands here first', span: at(first, 'uri') }];
      const params = { uri: entry.declaration.uri, other: first.name };
      return diagnose('resources/duplicate-uri', params, { span: at(entry, 'uri'), related });
    }),
    ...checkTemplates(manifests, deadline),
  ];
}

function checkUri(entry: ResourceEntry): Diagnostic[] {
  const { uri } = entry.declaration;
  const fault = uriFault(uri);
  return fault === undefined ? [] : [diagnose('resources/uri', { uri, ...fault }, { span: at(entry, 'uri') })];
}

interface Parsed {
  readonly entry: ResourceTemplateEntry;
  readonly parts: readonly TemplatePart[];
}

function checkTemplates({ resources, resourceTemplates }: Manifests, deadline: Deadline): Diagnostic[] {
  const diagnostics = resourceTemplates.flatMap(checkTemplate);
  const parsed = resourceTemplates.flatMap((entry): Parsed[] => {
    const parts = parseUriTemplate(entry.declaration.uriTemplate);
    return 'problem' in parts ? [] : [{ entry, parts }];
  });
  for (const { entry, first } of repetitions(parsed, ({ parts }) => shapeOf(parts))) {
    const related = [{ message: 'the other one stands here', span: at(first.entry, 'uriTemplate') }];
    const where = { span: at(entry.entry, 'uriTemplate'), related };
    diagnostics.push(diagnose('resources/same-template', { other: first.entry.name }, where));
  }
  for (const { entry, parts } of parsed) {
    deadline.check('holding the resources against the templates', entry.name);
    const matches = matcherOf(parts);
    for (const resource of resources) {
      if (!matches(resource.declaration.uri)) continue;
      const related = [{ message: 'the template stands here', span: at(entry, 'uriTemplate') }];
      const params = { uri: resource.declaration.uri, template: entry.name };
      diagnostics.push(diagnose('resources/overlap', params, { span: at(resource, 'uri'), related }));
    }
  }
  return diagnostics;
}

function at({ origin }: ResourceEntry | ResourceTemplateEntry, member: string) {
  return origin.doc.locate([...origin.path, member]);
}
