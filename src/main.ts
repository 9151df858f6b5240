import type { Config } from '@oclif/core/config';
import { failureOf } from './cli/failure.js';
import { runPlain } from './cli/plain-run.js';
import { endQuietlyWhenPipesClose } from './cli/terminal.js';
import { UsageError } from './cli/usage-error.js';
import { didYouMean } from './diagnostics/suggest.js';
import { loadVendoredBy } from './vendored/load.js';

/**
 * Runs one command line, from the package at `root`, and sets the exit code; never rejects.
 * oclif finds, parses and documents the commands. What it leaves to plugins or ends with `process.exit`, which would
 * cut off output that is still being written, is done here. `load` loads vendored files, if it is not to be `require`.
 */
export async function main(
  argv: readonly string[],
  root: string,
  load?: Parameters<typeof loadVendoredBy>[0],
): Promise<void> {
  if (load !== undefined) loadVendoredBy(load);
  endQuietlyWhenPipesClose();
  let version = 'of unknown version';
  let bugs: string | undefined;
  const fail = (error: unknown): void => {
    const failure = failureOf(error, { version, flags: ['help', 'version'], bugs });
    process.exitCode = failure.exitCode;
    process.stderr.write(failure.text);
  };
  // Outside of any command, such as in a callback of the file watcher, nothing sensible is left to be done.
  process.on('uncaughtException', (error) => {
    fail(error);
    process.exit();
  });
  try {
    if (await runPlain(argv, root)) return;
    const { Config } = await import('@oclif/core/config');
    const config = await Config.load({ root });
    version = config.version;
    bugs = (config.pjson['bugs'] as { url?: string } | undefined)?.url;
    await dispatch(argv, config);
  } catch (error) {
    fail(error);
  }
}

async function dispatch(argv: readonly string[], config: Config): Promise<void> {
  // `mcpgen help build` is what many type first.
  if (argv[0] === 'help') return dispatch([...argv.slice(1), '--help'], config);
  if (argv[0] === '--version' || argv[0] === '-v') {
    process.stdout.write(`${config.version}\n`);
    return;
  }
  const [name, ...rest] = argv;
  if (name === undefined || isHelp(name)) return showHelp([], config);
  const command = config.findCommand(name);
  if (command === undefined) throw new UsageError(unknownCommand(name, config.commandIDs));
  const end = rest.indexOf('--');
  if ((end < 0 ? rest : rest.slice(0, end)).some(isHelp)) return showHelp([name], config);
  await (await load[name as keyof typeof load]()).default.run(rest, config);
}

/** One import a command: a run loads its own alone, and what bundles our code finds all of them. */
const load = {
  build: () => import('./commands/build.js'),
  check: () => import('./commands/check.js'),
  explain: () => import('./commands/explain.js'),
  import: () => import('./commands/import.js'),
  init: () => import('./commands/init.js'),
  plan: () => import('./commands/plan.js'),
  schema: () => import('./commands/schema.js'),
};

function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h';
}

function unknownCommand(name: string, known: readonly string[]): string {
  if (name.startsWith('-')) return `unknown flag ${name} in place of a command; see mcpgen --help`;
  const meant = didYouMean(name, known);
  return `unknown command ${JSON.stringify(name)}; ${meant === undefined ? 'see mcpgen --help' : `did you mean ${meant}?`}`;
}

async function showHelp(argv: string[], config: Config): Promise<void> {
  const { Help } = await import('@oclif/core/help');
  await new Help(config).showHelp(argv);
}
