// Loaded before the suite (`node --import`). The suite imports `globSync` of `fs`, which Node has since 22, for a command that is
// not used here; where it is missing, that import must at least resolve.
import fs from 'node:fs';
import { register } from 'node:module';

if (fs.globSync === undefined) register('./glob-hooks.mjs', import.meta.url);
