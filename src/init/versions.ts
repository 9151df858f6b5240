import type { Host } from '../host/host.js';

/** What a new project depends on, in exact versions, and the Node versions that it runs on. */
export interface Versions {
  readonly mcpgen: string;
  readonly nodeRange: string;
  readonly sdkServer: string;
  readonly sdkClient: string;
  readonly sdkNode: string;
  readonly ajv: string;
  readonly typescript: string;
  readonly typesNode: string;
}

interface PackageJson {
  readonly version?: string;
  readonly engines?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

/**
 * The versions in mcpgen's own package.json: those that mcpgen is tested with are those that it hands out.
 * One that is missing or not exact is a bug of ours, and throws.
 */
export function readVersions(packageFiles: Host): Versions {
  const bytes = packageFiles.readFile('package.json');
  if (bytes === undefined) throw new Error('the package lacks package.json');
  const own = JSON.parse(new TextDecoder().decode(bytes)) as PackageJson;
  const all: Readonly<Record<string, string>> = { ...own.devDependencies, ...own.dependencies };
  return {
    mcpgen: exact('mcpgen', own.version),
    nodeRange: own.engines?.['node'] ?? missing('engines.node'),
    sdkServer: exact('@modelcontextprotocol/server', all['@modelcontextprotocol/server']),
    sdkClient: exact('@modelcontextprotocol/client', all['@modelcontextprotocol/client']),
    sdkNode: exact('@modelcontextprotocol/node', all['@modelcontextprotocol/node']),
    ajv: exact('ajv', all['ajv']),
    typescript: exact('typescript', all['typescript']),
    typesNode: exact('@types/node', all['@types/node']),
  };
}

function exact(name: string, version: string | undefined): string {
  if (version === undefined || !EXACT.test(version)) return missing(`an exact version of ${name}`);
  return version;
}

function missing(what: string): never {
  throw new Error(`the package's own package.json lacks ${what}`);
}
