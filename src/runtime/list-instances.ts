import { isSpecType, type Resource, type ServerContext } from '@modelcontextprotocol/server';
import { type AnyFunction, answerRequest } from './answer-request.js';
import { isRecord } from './json.js';
import { lacksScopes } from './principal.js';
import { RESOURCE_FIELDS, type TemplateDescriptor } from './resource-descriptor.js';
import type { SectionOptions } from './section.js';
import type { UriPattern } from './uri-pattern.js';

/** More than this of one template would make every list a burden. */
const MAX_INSTANCES = 10_000;

/**
 * The resources that the handler of a template says there are, as `resources/list` shows them: none to callers who may not read them. That
 * there is a template is known to everybody, but what there is of it is the handler's to tell.
 */
export async function listInstances(
  template: TemplateDescriptor,
  pattern: UriPattern,
  list: AnyFunction,
  request: ServerContext,
  options: SectionOptions,
): Promise<readonly Resource[]> {
  if (lacksScopes(template.scopes, request)) return [];
  return answerRequest(
    {
      place: { resourceTemplate: template.name },
      failure: 'The resources could not be listed',
      call: (ctx) => list(ctx),
      toAnswer: (value) => toResources(value, template, pattern),
    },
    request,
    options,
  );
}

function toResources(value: unknown, template: TemplateDescriptor, pattern: UriPattern): readonly Resource[] {
  if (!Array.isArray(value)) throw new Error('the handler must return a list');
  if (value.length > MAX_INSTANCES) throw new Error(`the handler lists more than ${MAX_INSTANCES} resources`);
  return value.map((entry: unknown) => {
    if (!isRecord(entry) || !isRecord(entry['variables'])) {
      throw new Error('the handler must list objects that have `variables`');
    }
    const { name, mimeType, annotations, icons } = template;
    const inherited = Object.entries({ name, mimeType, annotations, icons });
    const own = RESOURCE_FIELDS.map((field) => [field, entry[field]] as const);
    const fields = [...inherited, ...own].filter(([, field]) => field !== undefined);
    const resource: unknown = { uri: pattern.expand(entry['variables']), ...Object.fromEntries(fields) };
    if (!isSpecType.Resource(resource)) throw new Error('the handler lists a malformed resource');
    return resource;
  });
}
