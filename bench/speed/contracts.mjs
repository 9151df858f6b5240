// Contracts of any size, made here so that the same are measured everywhere: as a project of ours, as OpenAPI for those who start from
// that, and as schemas for a server written by hand. Sizes and shapes follow what published servers have.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const areas = ['ticket', 'customer', 'invoice', 'project', 'branch', 'issue', 'pipeline', 'release', 'member', 'board'];
const deeds = ['list', 'get', 'create', 'update', 'archive', 'search', 'export', 'compare'];

/** `count` tools with typed inputs and outputs; the n-th is the same in contracts of all sizes. */
export function toolsOf(count) {
  return Array.from({ length: count }, (_, index) => toolAt(index));
}

function toolAt(index) {
  const area = areas[index % areas.length];
  const deed = deeds[Math.floor(index / areas.length) % deeds.length];
  const group = Math.floor(index / (areas.length * deeds.length));
  const name = `${deed}_${area}${group === 0 ? '' : `_${group}`}`;
  return {
    name,
    title: `${deed[0].toUpperCase()}${deed.slice(1)} ${area} ${group}`,
    description: `Works on one ${area} of the workspace, number ${index}: what is asked for is described by its arguments.`,
    inputSchema: inputOf(area, index),
    outputSchema: outputOf(area, index),
  };
}

function inputOf(area, index) {
  const properties = {
    [`${area}_id`]: { type: 'string', minLength: 1, maxLength: 64, description: `Which ${area} is meant.` },
    limit: { type: 'integer', minimum: 1, maximum: 100, default: 20, description: 'How many are wanted at most.' },
    state: { type: 'string', enum: ['open', 'closed', 'all'], description: 'In which state they have to be.' },
    labels: {
      type: 'array',
      items: { type: 'string', maxLength: 40 },
      maxItems: 20,
      description: 'All of these labels.',
    },
    since: { type: 'string', format: 'date-time', description: 'Only what has changed since.' },
  };
  if (index % 3 === 0) {
    properties.author = {
      type: 'object',
      properties: { name: { type: 'string' }, email: { type: 'string', format: 'email' } },
      required: ['name'],
      additionalProperties: false,
    };
  }
  return { type: 'object', properties, required: [`${area}_id`], additionalProperties: false };
}

function outputOf(area, index) {
  return {
    type: 'object',
    properties: {
      items: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            id: { type: 'string' },
            [`${area}_title`]: { type: 'string' },
            priority: { type: 'integer', minimum: 0, maximum: 5 + (index % 7) },
            tags: { type: 'array', items: { type: 'string' } },
          },
          required: ['id'],
        },
      },
      total: { type: 'integer', minimum: 0 },
    },
    required: ['items', 'total'],
  };
}

/** A project of ours with these tools, ten in a manifest. */
export function writeProject(folder, tools) {
  mkdirSync(join(folder, 'manifests'), { recursive: true });
  const config = 'mcpgen: 1\nserver: { name: bench, version: 1.0.0 }\ntargets: [server, client]\n';
  writeFileSync(join(folder, 'mcpgen.yaml'), config);
  for (let start = 0; start < tools.length; start += 10) {
    const path = join(folder, 'manifests', `tools-${String(start / 10).padStart(4, '0')}.yaml`);
    writeFileSync(
      path,
      `tools:\n${tools
        .slice(start, start + 10)
        .map(toYaml)
        .join('')}`,
    );
  }
}

/** The first lines in block style as people write it, the schemas in flow style, one property a line. */
function toYaml({ name, title, description, inputSchema, outputSchema }) {
  const schema = (value) => {
    const { properties = {}, ...rest } = value;
    const lines = Object.entries(properties).map(
      ([key, each]) => `        ${JSON.stringify(key)}: ${JSON.stringify(each)}\n`,
    );
    const others = Object.entries(rest).map(([key, each]) => `      ${key}: ${JSON.stringify(each)}\n`);
    return `${others.join('')}${lines.length > 0 ? `      properties:\n${lines.join('')}` : ''}`;
  };
  return [
    `  - name: ${name}\n`,
    `    title: ${JSON.stringify(title ?? name)}\n`,
    `    description: ${JSON.stringify(description)}\n`,
    `    inputSchema:\n${schema(inputSchema)}`,
    outputSchema === undefined ? '' : `    outputSchema:\n${schema(outputSchema)}`,
  ].join('');
}

/** The same as operations, for generators that start from OpenAPI. */
export function toOpenApi(tools) {
  const paths = {};
  for (const { name, title, description, inputSchema, outputSchema } of tools) {
    paths[`/${name}`] = {
      post: {
        operationId: name,
        summary: title,
        description,
        requestBody: { required: true, content: { 'application/json': { schema: inputSchema } } },
        responses: { 200: { description: 'Done.', content: { 'application/json': { schema: outputSchema } } } },
      },
    };
  }
  return {
    openapi: '3.0.3',
    info: { title: 'bench', version: '1.0.0' },
    servers: [{ url: 'http://localhost:9' }],
    paths,
  };
}
