import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readOwnPackage } from '../host/package-assets.js';
import { FORMATS, type Format } from './report.js';
import { type BuildFlags, runBuild } from './run-build.js';
import { type CheckFlags, runCheck } from './run-check.js';

/** What oclif's manifest says of a flag, as far as it matters here. */
interface ManifestFlag {
  readonly type: 'boolean' | 'option';
  readonly char?: string;
}

/** What a plain command line asks for. */
interface PlainLine {
  readonly work: 'build' | 'check';
  readonly folder: string;
  readonly flags: BuildFlags & CheckFlags;
}

/**
 * Runs `build` and `check` without oclif, which takes longer to load than an answer from the cache to find. False, and nothing has
 * happened, when the command line is anything but plain: then oclif parses it, and explains what is wrong with it. `root` is
 * mcpgen's own folder.
 */
export async function runPlain(argv: readonly string[], root: string): Promise<boolean> {
  const line = parsePlain(argv, root);
  if (line === undefined) return false;
  const { version } = readOwnPackage();
  if (line.work === 'build') await runBuild(line.folder, line.flags, version);
  else await runCheck(line.folder, line.flags, version);
  return true;
}

function parsePlain([work, ...args]: readonly string[], root: string): PlainLine | undefined {
  if (work !== 'build' && work !== 'check') return undefined;
  const values = parseFlags(work, args, root);
  if (values === undefined || Object.values(values).some((given) => given?.length !== 1)) return undefined;
  const { dir: [dir = '.'] = [], format: [format = 'pretty'] = [], 'max-warnings': [most] = [] } = values;
  if (values['watch'] !== undefined || values['help'] !== undefined || (values['check'] && values['force']))
    return undefined;
  if (typeof dir !== 'string' || !isFormat(format)) return undefined;
  if (most !== undefined && !/^\d{1,9}$/.test(String(most))) return undefined;
  const folder = resolve(dir);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const given = (name: string): boolean => values[name] !== undefined;
  const on = {
    check: given('check'),
    force: given('force'),
    fix: given('fix'),
    'no-cache': given('no-cache'),
    timings: given('timings'),
  };
  const limit = most === undefined ? {} : { 'max-warnings': Number(most) };
  return { work, folder, flags: { dir, format, ...on, ...limit } };
}

/** All that is given, by flag; undefined when a flag is unknown or lacks its value. oclif's manifest says which there are. */
function parseFlags(work: string, args: readonly string[], root: string) {
  const manifest = JSON.parse(readFileSync(join(root, 'oclif.manifest.json'), 'utf8')) as {
    readonly commands: Readonly<Record<string, { readonly flags: Readonly<Record<string, ManifestFlag>> }>>;
  };
  const options = Object.fromEntries(
    Object.entries(manifest.commands[work]?.flags ?? {}).map(([name, { type, char }]) => {
      const option = { type: type === 'boolean' ? 'boolean' : 'string', multiple: true } as const;
      return [name, char === undefined ? option : { ...option, short: char }];
    }),
  );
  try {
    const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
    return values as Readonly<Record<string, readonly (string | boolean)[] | undefined>>;
  } catch {
    return undefined; // A mistake, which oclif explains.
  }
}

function isFormat(value: unknown): value is Format {
  return FORMATS.some((each) => each === value);
}
