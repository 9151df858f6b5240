import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { JsonValue } from '../json.js';
import type { Deadline } from '../limits/deadline.js';
import { listFindings } from '../limits/list-findings.js';
import type { Manifests, Origin } from '../manifest/read-manifests.js';
import type { BuildMemory, MemorySection } from '../memory/build-memory.js';
import type { SourceDoc } from '../source/source-doc.js';
import { checkText } from '../text/check-text.js';
import { offersOf, offerWords } from './offers.js';

/** All texts of the manifests, except those of tools whose author says why they hold what they hold. */
export function checkTexts(manifests: Manifests, deadline: Deadline, memory?: BuildMemory): Diagnostic[] {
  const clean: MemorySection<1> | undefined = memory?.section('clean texts');
  const read = new Set<SourceDoc>();
  const noisy = new Set<SourceDoc>();
  const diagnostics: Diagnostic[] = [];
  for (const { origin, value, help, subject, name } of textsOf(manifests)) {
    deadline.check('reading the texts', name);
    if (clean?.get(origin.doc.file.digest) !== undefined) continue;
    const found = checkText({ ...origin, value, help });
    diagnostics.push(...listFindings(found, `this ${subject}`));
    read.add(origin.doc);
    if (found.length > 0) noisy.add(origin.doc);
  }
  for (const doc of read) if (!noisy.has(doc)) clean?.set(doc.file.digest, 1);
  return diagnostics;
}

/** A declaration whose texts are read. */
interface Texts {
  readonly name: string;
  readonly subject: string;
  readonly value: JsonValue;
  readonly origin: Origin;
  readonly help: string;
}

function* textsOf(manifests: Manifests): Generator<Texts> {
  const { tools, schemas, workflows } = manifests;
  for (const { name, declaration, origin } of tools) {
    if (declaration.unsafe_text !== undefined) continue;
    const help = 'remove it; a tool that needs it says `unsafe_text: { allow: true, reason: "..." }`';
    yield { name, subject: 'tool', value: declaration as unknown as JsonValue, origin, help };
  }
  for (const { kind, name, declaration, origin } of [...workflows, ...offersOf(manifests)]) {
    const subject = kind === 'workflow' ? kind : offerWords[kind];
    yield { name, subject, value: declaration as unknown as JsonValue, origin, help: 'remove it' };
  }
  for (const { name, schema, origin } of schemas) {
    const help = 'remove it: shared schemas are read with every tool';
    yield { name, subject: 'schema', value: schema, origin, help };
  }
}
