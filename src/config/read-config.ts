import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Result, resultOf } from '../diagnostics/result.js';
import type { Host } from '../host/host.js';
import { isJsonObject } from '../json.js';
import { defaultLimits } from '../limits/limits.js';
import type { AuthorizationModel } from '../model/authorization.js';
import type { EnvironmentVariable, ServerIdentity, Target } from '../model/model.js';
import { checkShape } from '../shape/check-shape.js';
import { readSource } from '../source/load-sources.js';
import { parseYaml } from '../source/parse-yaml.js';
import type { SourceDoc } from '../source/source-doc.js';
import { checkText } from '../text/check-text.js';
import type { AuthorizationConfig, Config } from './config.generated.js';
import { configFile } from './config-file.js';
import type { Project } from './project.js';

const allTargets: readonly Target[] = ['server', 'client', 'docs'];

/** Reads mcpgen.yaml, checks it and fills in the defaults. */
export function readConfig(host: Host): Result<Project> {
  const source = readSource(host, configFile, defaultLimits);
  if (!source.ok) return source;
  if (source.value === undefined) {
    const other = ['mcpgen.yml', 'mcpgen.json'].find((path) => host.kindOf(path) === 'file');
    return { ok: false, diagnostics: [diagnose('project/no-config', { folder: 'this folder', other })] };
  }
  const parsed = parseYaml(source.value, defaultLimits);
  const doc = parsed.rest;
  if (doc === undefined) {
    if (!parsed.ok) return parsed;
    const span = { file: source.value, start: 0, end: 0 };
    return {
      ok: false,
      diagnostics: [
        diagnose('manifest/missing-key', { key: 'mcpgen', where: configFile, example: 'mcpgen: 1' }, { span }),
      ],
    };
  }
  const findings = [...parsed.diagnostics, ...checkShape(doc, 'mcpgen').map((each) => each.explain())];
  const help = 'remove it';
  for (const field of ['server', 'environment', 'authorization']) {
    const value = isJsonObject(doc.value) ? doc.value[field] : undefined;
    if (value !== undefined) findings.push(...checkText({ doc, path: [field], value, help }));
  }
  if (findings.length > 0) return { ok: false, diagnostics: findings };
  return toProject(doc.value as unknown as Config, doc);
}

function toProject(config: Config, doc: SourceDoc): Result<Project> {
  const diagnostics: Diagnostic[] = [];
  const folder = (field: 'manifests' | 'output' | 'handlers' | 'main' | 'exampleTests', fallback: string) => {
    const written = config[field] ?? fallback;
    const normal = normalFolder(written);
    if (normal === undefined) {
      diagnostics.push(diagnose('project/path-outside', { field, path: written }, { span: doc.locate([field]) }));
    }
    return normal ?? fallback;
  };
  const manifests = folder('manifests', 'manifests');
  const output = folder('output', 'generated');
  const handlers = folder('handlers', 'src/handlers');
  const main = folder('main', 'src/main.ts');
  const exampleTests = folder('exampleTests', 'test/examples.test.ts');
  for (const [field, path] of [
    ['manifests', manifests],
    ['handlers', handlers],
    ['main', main],
    ['exampleTests', exampleTests],
  ] as const) {
    if (isWithin(path, output) || (isFolder(field) && isWithin(output, path))) {
      diagnostics.push(
        diagnose('project/paths-overlap', { field: 'output', other: field }, { span: doc.locate(['output']) }),
      );
    }
  }
  const environment = Object.entries(config.environment ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, variable]): EnvironmentVariable => {
      if (variable.secret === true && variable.default !== undefined) {
        const problem = 'is a secret, and its default would stand in the generated code';
        const params = { where: `\`environment.${name}\``, problem, help: 'remove the default, or `secret`' };
        diagnostics.push(
          diagnose('manifest/bad-value', params, { span: doc.locate(['environment', name, 'default'], 'key') }),
        );
      }
      return {
        name,
        required: variable.required ?? variable.default === undefined,
        secret: variable.secret ?? false,
        ...(variable.description === undefined ? {} : { description: variable.description }),
        ...(variable.default === undefined ? {} : { default: variable.default }),
      };
    });
  return resultOf(
    {
      server: config.server as unknown as ServerIdentity,
      manifests,
      paths: { output, handlers, main, exampleTests },
      targets: allTargets.filter((target) => config.targets?.includes(target) ?? true),
      environment,
      validators: config.validators ?? 'lazy',
      ...(config.compatibilityMode === undefined ? {} : { compatibilityMode: config.compatibilityMode }),
      protocol: {
        eras: config.protocol?.eras ?? 'dual',
        deprecated: [...(config.protocol?.deprecated ?? [])].sort(),
        listChanged: [...(config.protocol?.listChanged ?? [])].sort(),
      },
      ...(config.authorization === undefined ? {} : { authorization: authorizationOf(config.authorization, config) }),
      ...(config.caching === undefined ? {} : { caching: config.caching }),
      ...(config.pageSize === undefined ? {} : { pageSize: config.pageSize }),
      limits: { ...defaultLimits, ...config.limits },
      lint: config.lint ?? {},
      doc,
    },
    diagnostics,
  );
}

function authorizationOf(written: AuthorizationConfig, { server }: Config): AuthorizationModel {
  const { authorizationServers, scopes = {}, required = [], tokens = 'jwt', documentation } = written;
  const resourceName = written.resourceName ?? server.title;
  return {
    authorizationServers,
    scopes: Object.entries(scopes)
      .map(([name, description]) => ({ name, description }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    required: [...required].sort(),
    tokens,
    ...(resourceName === undefined ? {} : { resourceName }),
    ...(documentation === undefined ? {} : { documentation }),
  };
}

/** A path below the project's root, with `/`, without `.` and `..`; undefined for any other. */
function normalFolder(path: string): string | undefined {
  if (/^([/\\]|[A-Za-z]:)|[\\\0]/.test(path)) return undefined;
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  return steps.length === 0 || steps.includes('..') ? undefined : steps.join('/');
}

function isFolder(field: string): boolean {
  return field !== 'main' && field !== 'exampleTests';
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
