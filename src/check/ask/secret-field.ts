import type { JsonObject } from '../../json.js';
import { isSecretName } from '../lint/secret-names.js';
import { wordsOfName } from '../verbs/words-of-name.js';

/** What pays or proves who one is, and is no secret elsewhere: as the end of a name. */
const credentials = [
  /\b(?:credit|debit|bank|payment) card(?: (?:number|no))?$/,
  /\bcard (?:number|no)$/,
  /\b(?:pin|otp)$/,
];

/**
 * Whether a field of a form asks for what must not be asked for in one: "passwords, API keys, access tokens, or payment credentials"
 * (MCP 2026-07-28, elicitation). By its name and its title.
 */
export function isSecretField(name: string, { type, title, description, ...rest }: JsonObject): boolean {
  if (type !== 'string' || rest['enum'] !== undefined || rest['oneOf'] !== undefined) return false;
  return [name, ...(typeof title === 'string' ? [title] : [])].some((label) => {
    const words = wordsOfName(label).join(' ').toLowerCase();
    return isSecretName(label, String(description ?? '')) || credentials.some((each) => each.test(words));
  });
}
