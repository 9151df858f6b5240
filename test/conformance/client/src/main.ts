import { scenarios } from './scenarios.js';

/** The suite appends the server's URL, and names the scenario in the environment. */
async function main(): Promise<void> {
  const name = process.env['MCP_CONFORMANCE_SCENARIO'] ?? '';
  const url = process.argv.at(-1);
  const run = scenarios.get(name);
  if (run === undefined || url === undefined) throw new Error(`there is no scenario "${name}"`);
  const context = process.env['MCP_CONFORMANCE_CONTEXT'];
  await run({ url: new URL(url), context: context === undefined ? {} : JSON.parse(context) });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
