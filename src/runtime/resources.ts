import {
  type ListResourcesRequest,
  type ListResourcesResult,
  type ListResourceTemplatesRequest,
  type ListResourceTemplatesResult,
  type McpServer,
  type Resource,
  type ResourceMetadata,
  ResourceTemplate,
  type ResourceTemplateType,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { type AnyFunction, functionIn, handlerIn } from './answer-request.js';
import { type CompletionTarget, serveCompletions, sourcesOf } from './complete.js';
import { present } from './json.js';
import { listInstances } from './list-instances.js';
import { neededFor } from './needed-for.js';
import { onRequest } from './on-request.js';
import { pageOf } from './pages.js';
import { readResource } from './read-resource.js';
import { type Extending, type HandlerSections, scopeChallengeOf, type ToolOptions } from './register.js';
import {
  RESOURCE_FIELDS,
  type ResourceDescriptor,
  TEMPLATE_FIELDS,
  type TemplateDescriptor,
} from './resource-descriptor.js';
import { type BindSection, type SectionOptions, sectionOptionsOf } from './section.js';
import { ServedTemplate } from './served-template.js';
import { UriPattern } from './uri-pattern.js';

/** One resource or template, ready to be put on any number of servers. */
interface Bound {
  /** The resource's URI as a parsed one is written; undefined for a template. */
  readonly href?: string;
  readonly register: (server: McpServer) => void;
}

/** The resources of a contract, and its templates, as a section of a server. */
export function serveResources(
  resources: readonly ResourceDescriptor[],
  templates: readonly TemplateDescriptor[],
): BindSection {
  return (handlers, options) => {
    const { bound, lists, targets } = bind(resources, templates, handlers, options);
    const byHref = new Map(bound.map((each) => [each.href, each]));
    const listed = resources.map(toListed);
    const listedTemplates = templates.map(toListedTemplate);
    const { pageSize } = options;
    return {
      capabilities: {
        resources: {
          listChanged: false,
          ...([...resources, ...templates].some((each) => each.subscribable === true) && { subscribe: true }),
        },
        ...(targets.length > 0 && { completions: {} }),
      },
      install: (server, context) => {
        // A URI that is no resource's may be a template's.
        const needed = neededFor(context, 'resources/read', bound, (uri) =>
          URL.canParse(uri) ? byHref.get(new URL(uri).href) : undefined,
        );
        for (const each of needed) each.register(server);
        // The SDK's own lists would write URIs in another way, and know no pages.
        onRequest<ListResourcesRequest, ListResourcesResult>(
          server.server,
          'resources/list',
          async ({ params }, request) => {
            const instances = await Promise.all(lists.map((list) => list(request)));
            const all = [...listed, ...instances.flat()];
            const { items, ...next } = pageOf('resources', all, ({ uri }) => uri, params?.cursor, pageSize);
            return { resources: [...items], ...next };
          },
        );
        onRequest<ListResourceTemplatesRequest, ListResourceTemplatesResult>(
          server.server,
          'resources/templates/list',
          ({ params }) => {
            const { items, ...next } = pageOf(
              'templates',
              listedTemplates,
              ({ name }) => name,
              params?.cursor,
              pageSize,
            );
            return { resourceTemplates: [...items], ...next };
          },
        );
        if (targets.length > 0) serveCompletions(server, targets, options);
      },
    };
  };
}

/**
 * Puts resources and templates on a server that exists. The SDK lists them, on one page, and writes their URIs as a parsed URL is written.
 * Throws when something else on the server completes values and the contract wants to as well.
 */
export function registerContractResources(
  server: McpServer,
  resources: readonly ResourceDescriptor[],
  templates: readonly TemplateDescriptor[],
  handlers: HandlerSections,
  given: ToolOptions & Extending,
): void {
  const options = sectionOptionsOf(given);
  const { bound, targets } = bind(resources, templates, handlers, options);
  for (const each of bound) each.register(server);
  if (targets.length > 0) serveCompletions(server, targets, options);
}

interface BoundAll {
  readonly bound: readonly Bound[];
  readonly lists: readonly ((request: ServerContext) => Promise<readonly Resource[]>)[];
  /** All templates, when the values of any are completed. */
  readonly targets: readonly CompletionTarget[];
}

function bind(
  resources: readonly ResourceDescriptor[],
  templates: readonly TemplateDescriptor[],
  handlers: HandlerSections,
  options: SectionOptions,
): BoundAll {
  const own = templates.map((template) => bindTemplate(template, handlers, options));
  const isCompleting = templates.some(({ completions = [] }) => completions.length > 0);
  return {
    bound: [...resources.map((each) => bindResource(each, handlers, options)), ...own.map(({ bound }) => bound)],
    lists: own.flatMap(({ list }) => list ?? []),
    targets: isCompleting ? own.map(({ target }) => target) : [],
  };
}

function bindResource(resource: ResourceDescriptor, handlers: HandlerSections, options: SectionOptions): Bound {
  const { name, uri } = resource;
  const read = functionIn(handlerIn(handlers.resources, 'resource', name), [], 'resource', name);
  const config = configOf(resource, RESOURCE_FIELDS);
  const { href } = new URL(uri);
  const call = (_uri: URL, request: ServerContext) => readResource(resource, read, uri, undefined, request, options);
  return { href, register: (server) => void server.registerResource(name, href, config, call) };
}

function bindTemplate(
  template: TemplateDescriptor,
  { resourceTemplates }: HandlerSections,
  options: SectionOptions,
): { bound: Bound; list?: BoundAll['lists'][number]; target: CompletionTarget } {
  const { name, uriTemplate, completions = [] } = template;
  const handler = handlerIn(resourceTemplates, 'resource template', name);
  const part = (...path: string[]): AnyFunction => functionIn(handler, path, 'resource template', name);
  const isPlain = template.list !== true && completions.every(({ by }) => by !== 'handler');
  const read = isPlain ? part() : part('read');
  const pattern = new UriPattern(uriTemplate);
  const lister = template.list === true ? part('list') : undefined;
  const list = lister && ((request: ServerContext) => listInstances(template, pattern, lister, request, options));
  const config = configOf(template, TEMPLATE_FIELDS);
  const register = (server: McpServer): void => {
    // The SDK's type has mutable lists.
    const listAll = list && (async (request: ServerContext) => ({ resources: [...(await list(request))] }));
    const served = new ResourceTemplate(new ServedTemplate(pattern), { list: listAll });
    server.registerResource(name, served, config, (uri, variables, request) =>
      readResource(template, read, uri.href, variables, request, options),
    );
  };
  const target: CompletionTarget = {
    type: 'ref/resource',
    key: uriTemplate,
    place: { resourceTemplate: name },
    scopes: template.scopes,
    names: pattern.names,
    sources: sourcesOf(completions, part),
  };
  return { bound: { register }, ...(list && { list }), target };
}

function configOf(
  descriptor: ResourceDescriptor | TemplateDescriptor,
  fields: readonly (keyof ResourceDescriptor & string)[],
): ResourceMetadata & Pick<ResourceDescriptor, 'cache'> & ReturnType<typeof scopeChallengeOf> {
  const { name: _, ...served } = present(descriptor as Partial<ResourceDescriptor>, fields);
  return {
    // The SDK's types have mutable lists; it does not write to them.
    ...(served as ResourceMetadata),
    ...(descriptor.cache !== undefined && { cacheHint: descriptor.cache }),
    ...scopeChallengeOf(descriptor.scopes),
  };
}

function toListed(resource: ResourceDescriptor): Resource {
  return { uri: resource.uri, ...present(resource, RESOURCE_FIELDS) } as Resource;
}

function toListedTemplate(template: TemplateDescriptor): ResourceTemplateType {
  return { uriTemplate: template.uriTemplate, ...present(template, TEMPLATE_FIELDS) } as ResourceTemplateType;
}
