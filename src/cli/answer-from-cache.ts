import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createNodeHost } from '../host/node-host.js';
import { readOwnPackage } from '../host/package-assets.js';
import { openCache } from './open-cache.js';
import { printReport } from './print-report.js';
import { FORMATS, type Format } from './report.js';

/** What oclif's manifest says of a flag, as far as it matters here. */
interface ManifestFlag {
  readonly type: 'boolean' | 'option';
  readonly char?: string;
}

/** Flags under which nothing more happens than that a report is printed. */
const harmless = new Set(['dir', 'format', 'max-warnings', 'check']);

/**
 * Answers `build` and `check` of a project in which nothing has changed, without oclif, which takes longer to load than the answer
 * to find. False, and nothing is printed, when there is no such answer or the command line is anything but plain: then oclif
 * parses it, and explains what is wrong with it. `root` is mcpgen's own folder.
 */
export async function answerFromCache(argv: readonly string[], root: string): Promise<boolean> {
  const [work, ...rest] = argv;
  if (work !== 'build' && work !== 'check') return false;
  const flags = plainFlags(work, rest, root);
  if (flags === undefined) return false;
  const report = openCache({ 'no-cache': false })?.recall(createNodeHost(resolve(flags.dir)), work);
  if (report === undefined) return false;
  await printReport(report, flags, readOwnPackage().version, { check: flags.check });
  return true;
}

function plainFlags(work: string, args: readonly string[], root: string) {
  const manifest = JSON.parse(readFileSync(join(root, 'oclif.manifest.json'), 'utf8')) as {
    readonly commands: Readonly<Record<string, { readonly flags: Readonly<Record<string, ManifestFlag>> }>>;
  };
  const known = Object.entries(manifest.commands[work]?.flags ?? {});
  const options = Object.fromEntries(
    known.map(([name, { type, char }]) => {
      const parsed = { type: type === 'boolean' ? 'boolean' : 'string', multiple: true } as const;
      return [name, char === undefined ? parsed : { ...parsed, short: char }];
    }),
  );
  let values: Readonly<Record<string, readonly (string | boolean)[] | undefined>>;
  try {
    values = parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch {
    return undefined; // A mistake, which oclif explains.
  }
  if (Object.entries(values).some(([name, given]) => !harmless.has(name) || given?.length !== 1)) return undefined;
  const [dir = '.', format = 'pretty', most] = ['dir', 'format', 'max-warnings'].map((name) => values[name]?.[0]);
  if (typeof dir !== 'string' || !isFormat(format)) return undefined;
  if (most !== undefined && !/^\d{1,9}$/.test(String(most))) return undefined;
  return {
    dir,
    format,
    check: values['check'] !== undefined,
    ...(most === undefined ? {} : { 'max-warnings': Number(most) }),
  };
}

function isFormat(value: unknown): value is Format {
  return FORMATS.some((each) => each === value);
}
