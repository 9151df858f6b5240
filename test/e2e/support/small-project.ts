import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildProject } from '../../../src/cli/build-project.js';
import type { Report } from '../../../src/diagnostics/reporters/report.js';
import { createNodeHost } from '../../../src/host/node-host.js';

/** A project of a few tools with shared schemas, written by hand. */
export const smallProject: Readonly<Record<string, string>> = {
  'mcpgen.yaml': `mcpgen: 1
server: { name: support-desk, version: 1.4.0, title: Support desk }
environment:
  DESK_URL: { description: Where the tickets are kept., default: 'http://localhost:8080' }
`,
  'manifests/tickets.yaml': `tools:
  - name: create_ticket
    title: Create a ticket
    description: Opens a ticket.
    inputSchema:
      type: object
      properties: { subject: { type: string, maxLength: 200 }, priority: { $ref: '#/schemas/Priority' } }
      required: [subject]
      additionalProperties: false
    outputSchema: { $ref: ./shared/all.yaml#/schemas/Ticket }
  - name: list.tickets
    description: All open tickets.
    inputSchema: { type: object }
    outputSchema: { type: array, items: { $ref: '#/schemas/Ticket' } }
  - name: assign_ticket
    description: Gives a ticket to somebody.
    inputSchema: { type: object, properties: { id: { type: integer }, to: { type: string } }, required: [id, to] }
`,
  'manifests/shared/all.yaml': `schemas:
  Priority: { enum: [low, high] }
  Ticket:
    type: object
    properties: { id: { type: integer }, subject: { type: string }, priority: { $ref: '#/schemas/Priority' } }
    required: [id, subject]
`,
};

/** The same contract: other files, another order, and references spelled another way. */
export const rearrangedProject: Readonly<Record<string, string>> = {
  'mcpgen.yaml': smallProject['mcpgen.yaml'] ?? '',
  'manifests/z.yaml': `# A comment is not part of the contract, and neither is the style of the YAML.
schemas:
  Ticket:
    type: object
    properties:
      id:
        type: integer
      subject: { type: "string" }
      priority: { $ref: ./a/b/priority.json#/schemas/Priority }
    required: ["id", 'subject']
tools:
  - name: assign_ticket
    description: >-
      Gives a ticket
      to somebody.
    inputSchema: { type: object, properties: { id: { type: integer }, to: { type: string } }, required: [id, to] }
`,
  'manifests/a/b/priority.json': '{ "schemas": { "Priority": { "enum": ["low", "high"] } } }',
  'manifests/a/tools.yaml': `tools:
  - name: list.tickets
    inputSchema: &none { type: object }
    outputSchema: { type: array, items: { $ref: '#/schemas/Ticket' } }
    description: All open tickets.
  - description: Opens a ticket.
    outputSchema: { $ref: '#/schemas/Ticket' }
    inputSchema:
      type: object
      properties:
        subject: { type: string, maxLength: 200 }
        priority: { $ref: ./b/priority.json#/schemas/Priority }
      required: [subject]
      additionalProperties: false
    title: Create a ticket
    name: create_ticket
`,
};

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Builds a project on disk, and expects it to succeed. */
export async function build(folder: string): Promise<Report> {
  const report = await buildProject(createNodeHost(folder), { check: false, force: false });
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return report;
}
