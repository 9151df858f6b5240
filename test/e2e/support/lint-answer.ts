import { type Contract, viewContract } from '../../../src/check/lint/contract.js';
import type { Finding, Rule } from '../../../src/check/lint/rule.js';
import { rules } from '../../../src/check/rules/index.js';
import { readConfig } from '../../../src/config/read-config.js';
import { SourceFile } from '../../../src/diagnostics/source-file.js';
import { createMemoryHost } from '../../../src/host/memory-host.js';
import { addToProject } from '../../../src/import/add-to-project.js';
import { noDeadline } from '../../../src/limits/deadline.js';
import { readManifests } from '../../../src/manifest/read-manifests.js';
import { buildModel } from '../../../src/model/build-model.js';
import { resolveSchemas } from '../../../src/schema/resolve-schemas.js';
import { loadSources } from '../../../src/source/load-sources.js';
import type { Answer } from './answers.js';

/** What each rule finds in an answer's tools once they are imported: all of it, where a report stops after a hundred. */
export type Found = ReadonlyMap<Rule, readonly Finding[]>;

export function lintAnswer(answer: Answer): Found {
  const contract = contractOf(answer);
  return new Map(rules.map((rule) => [rule, [...rule.check(contract, {})]]));
}

/** What the tools of an answer are to rules, once they are imported. */
export function contractOf({ name, text }: Answer): Contract {
  const host = createMemoryHost();
  addToProject(host, new SourceFile(`${name}.json`, text), name);
  const config = readConfig(host);
  if (!config.ok) throw new Error(`${name} was not imported`);
  const { manifests: folder, limits } = config.value;
  const { manifests } = readManifests(loadSources(host, folder, limits, noDeadline).docs, limits, noDeadline);
  const { schemas } = resolveSchemas(manifests, folder, limits, noDeadline);
  return viewContract(config.value, manifests, schemas, buildModel(config.value, manifests, schemas));
}
