import { isJsonObject, type JsonObject } from '../../json.js';
import type { SaidDeed } from './deed.js';
import { renewsSecret } from './loss.js';
import { wordsOfName } from './words-of-name.js';

/** Verbs of which a second call does it a second time. */
const adding = new Set(
  'append increment decrement send resend reply tweet purchase pay sell withdraw duplicate clone mint create insert'.split(
    ' ',
  ),
);

/** Verbs of which a second call finds it done. */
const settling = new Set('set enable disable rename lock unlock'.split(' '));

/** Words with which a description says that a second call does nothing more. */
const guarded =
  /\bidempoten|\bif (?:it|one|they|none) (?:does not|doesn't|do not|don't) (?:already )?exist|\bif not (?:already )?(?:exists?|present)|\balready (?:exists?|present|sent|created)|\bensur|\bor (?:update|replace|overwrite)|\bupsert|\bdeduplicat|\bunless\b/iu;

/** Whether the verb of a tool says that a second call with the same arguments does something again. */
export function repeats(
  tool: { name: string; description?: string; inputSchema: object },
  { lemma }: SaidDeed,
): boolean {
  const words = wordsOfName(tool.name);
  if (guarded.test(tool.description ?? '') || words.includes('or')) return false;
  // With an argument that says on or off it sets.
  if (lemma === 'toggle') return !takesBoolean(tool.inputSchema as JsonObject);
  return adding.has(lemma) || renewsSecret(lemma, words);
}

/** Whether the verb of a tool says that a second call with the same arguments changes nothing more. */
export function settles({ deed, lemma }: SaidDeed): boolean {
  return deed === 'read' || settling.has(lemma);
}

function takesBoolean({ properties }: JsonObject): boolean {
  if (!isJsonObject(properties)) return false;
  return Object.values(properties).some((each) => isJsonObject(each) && [each['type']].flat().includes('boolean'));
}
