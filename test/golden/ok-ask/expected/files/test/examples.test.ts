import { test } from 'node:test';
import { examples, runExample } from '../generated/server/examples.js';
import { handlers } from '../generated/server/handlers.js';

// What handlers find in ctx.services, made anew for each example, with the data that the examples speak of.
const createServices = async () => ({});

for (const example of examples) {
  test(`${example.tool.name}: ${example.name}`, async (context) => {
    const { skipped } = await runExample(example, handlers, await createServices());
    if (skipped !== undefined) context.skip(skipped);
  });
}
