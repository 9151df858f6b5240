import { configFile } from '../config/config-file.js';
import { readConfig } from '../config/read-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/reporters/report.js';
import type { Result } from '../diagnostics/result.js';
import type { SourceFile } from '../diagnostics/source-file.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import type { Host } from '../host/host.js';
import { nameFromFolder } from '../init/project-name.js';
import { writeScaffold } from '../init/write-scaffold.js';
import { isJsonObject, type JsonObject, type JsonPath } from '../json.js';
import { noDeadline } from '../limits/deadline.js';
import { loadSources } from '../source/load-sources.js';
import type { ImportNote } from './import-note.js';
import { type ExistingNames, type ImportResult, importTools, noOffers, type OfferCounts } from './import-tools.js';
import { type JsonDocument, readJson } from './read-json.js';
import { offerSections } from './sections.js';
import { toYaml } from './to-yaml.js';

/** What an import did: the report of every command, and what is particular to this one. */
export interface ImportReport extends Report {
  readonly imported: number;
  readonly offers: OfferCounts;
  readonly notes: readonly ImportNote[];
}

const defaultFolder = 'manifests';
const schemas = 'node_modules/mcpgen/schemas';

/**
 * Adds what an answer lists to the project below the host's root: new files only, all of them or none. A folder
 * without mcpgen.yaml becomes a project, called after the answer's server or, without one, after `folderName`. A
 * project whose configuration or manifests cannot be read is left alone, with their findings.
 */
export function addToProject(host: Host, input: SourceFile, folderName: string): ImportReport {
  const json = readJson(input);
  if (!json.ok) return refused(json.diagnostics);
  const project = readProject(host);
  if (!project.ok) return refused(project.diagnostics);
  const { folder, existing, isNew } = project.value;
  const heading = schemaLine('../'.repeat(folder.split('/').length), 'manifest');
  const result = importTools(json.value.value, existing, { heading, losses: json.value.losses });
  const notes = result.notes.map((note) => located(note, input, json.value));
  const diagnostics = notes.map(({ diagnostic }) => diagnostic);
  if (result.files.length === 0) return { imported: 0, offers: noOffers, notes, diagnostics, files: [] };
  const manifests = result.files.map(({ path, text }) => once(`${folder}/${path}`, text));
  const files = isNew ? [once(configFile, newConfig(result.server, folderName)), ...manifests] : manifests;
  const written = writeScaffold(host, '', files);
  const { imported, offers } = written.files.length === 0 ? { imported: 0, offers: noOffers } : result;
  return { imported, offers, notes, diagnostics: [...written.diagnostics, ...diagnostics], files: written.files };
}

function refused(diagnostics: readonly Diagnostic[]): ImportReport {
  return { imported: 0, offers: noOffers, notes: [], diagnostics, files: [] };
}

function once(path: string, text: string): EmittedFile {
  return { path, kind: 'once', text };
}

interface ExistingProject {
  readonly folder: string;
  readonly existing: ExistingNames;
  readonly isNew: boolean;
}

function readProject(host: Host): Result<ExistingProject> {
  const isNew = host.kindOf(configFile) === 'absent';
  const config = isNew ? undefined : readConfig(host);
  if (config !== undefined && !config.ok) return config;
  const folder = config?.value.manifests ?? defaultFolder;
  const kind = host.kindOf(folder);
  const paths = kind === 'directory' ? host.listEntries(folder).map(({ path }) => path.slice(folder.length + 1)) : [];
  const offers = { resources: new Map(), resourceTemplates: new Map(), prompts: new Map() };
  const existing = { files: new Set(paths), tools: new Map<string, string>(), offers };
  if (config !== undefined && paths.length > 0) {
    const sources = loadSources(host, folder, config.value.limits, noDeadline);
    if (sources.diagnostics.some((each) => each.severity === 'error'))
      return { ok: false, diagnostics: sources.diagnostics };
    for (const { file, value } of sources.docs) {
      for (const name of namesIn(value, 'tools')) existing.tools.set(name, file.path);
      for (const section of offerSections) {
        for (const name of namesIn(value, section)) offers[section].set(name, file.path);
      }
    }
  }
  return { ok: true, value: { folder, existing, isNew }, diagnostics: [] };
}

function namesIn(manifest: unknown, section: string): string[] {
  const list = isJsonObject(manifest) ? manifest[section] : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((each) => (isJsonObject(each) && typeof each['name'] === 'string' ? [each['name']] : []));
}

/** An mcpgen.yaml that a build takes: what the answer says about the server, as far as it is within bounds. */
function newConfig({ name, version, title }: ImportResult['server'], folderName: string): string {
  const server: JsonObject = {
    name: name !== undefined && name.length <= 128 ? name : nameFromFolder(folderName),
    version: version !== undefined && version.length <= 64 ? version : '0.1.0',
  };
  if (title !== undefined && title.length <= 256) server['title'] = title;
  return toYaml({ mcpgen: 1, server }, schemaLine('./', 'mcpgen'));
}

/** What makes an editor check the file and complete keys in it. */
function schemaLine(toRoot: string, schema: string): string {
  return `yaml-language-server: $schema=${toRoot}${schemas}/${schema}.schema.json`;
}

/** The note with a span: the brace of the innermost object on its path whose place is known. */
function located(note: ImportNote, file: SourceFile, { value, offsets }: JsonDocument): ImportNote {
  let start = 0;
  let at: unknown = value;
  for (const step of [undefined, ...note.path]) {
    if (step !== undefined) at = memberOf(at, step);
    start = (typeof at === 'object' && at !== null ? offsets.get(at) : undefined) ?? start;
  }
  return {
    ...note,
    diagnostic: { ...note.diagnostic, span: { file, start, end: Math.min(start + 1, file.text.length) } },
  };
}

function memberOf(value: unknown, step: JsonPath[number]): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Record<string | number, unknown>)[step];
}
