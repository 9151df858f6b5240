// How long each lint rule takes on a project, and what it finds: node scripts/measure-rules.mjs <folder>, after `npm run build`.
import { viewContract } from '../dist/check/lint/contract.js';
import { settingOf } from '../dist/check/lint/settings.js';
import { rules } from '../dist/check/rules/index.js';
import { readConfig } from '../dist/config/read-config.js';
import { createNodeHost } from '../dist/host/node-host.js';
import { noDeadline } from '../dist/limits/deadline.js';
import { readManifests } from '../dist/manifest/read-manifests.js';
import { buildModel } from '../dist/model/build-model.js';
import { resolveSchemas } from '../dist/schema/resolve-schemas.js';
import { loadSources } from '../dist/source/load-sources.js';

const host = createNodeHost(process.argv[2] ?? '.');
const config = readConfig(host);
if (!config.ok) throw new Error('mcpgen.yaml has errors');
const project = config.value;
const { docs } = loadSources(host, project.manifests, project.limits, noDeadline);
const { manifests } = readManifests(docs, project.limits, noDeadline);
const { schemas } = resolveSchemas(manifests, project.manifests, project.limits, noDeadline);
const contract = viewContract(project, manifests, schemas, buildModel(project, manifests, schemas));
// Computed once for all rules; the first one would have to pay for it.
for (const { subschemas } of contract.schemas) subschemas.at(0);
for (const { tokens } of contract.tools) if (tokens < 0) throw new Error('a tool of less than nothing');

let total = 0;
for (const rule of rules) {
  const { options } = settingOf(rule, project.lint);
  const start = process.cpuUsage().user;
  const found = [...rule.check(contract, options)].length;
  const milliseconds = (process.cpuUsage().user - start) / 1000;
  total += milliseconds;
  console.log(`${rule.id.padEnd(36)} ${milliseconds.toFixed(1).padStart(7)} ms ${String(found).padStart(6)} findings`);
}
console.log(`${contract.tools.length} tools: ${total.toFixed(0)} ms for ${rules.length} rules`);
