import { wordsOfName } from '../verbs/words-of-name.js';
import type { SubschemaView } from './schema-view.js';
import { valueTypes } from './value-types.js';

/** Ends of names whose values are secrets, whatever stands before them. */
const secretEnds = new Set([
  ...['password', 'passwd', 'passphrase', 'pwd', 'secret', 'credentials', 'jwt', 'cvv', 'cvc', 'apikey', 'bearer'],
  ...['accesstoken', 'authtoken', 'privatekey', 'secretkey', 'clientsecret'],
]);

const keyKinds = new Set(['api', 'private', 'secret', 'encryption', 'signing', 'ssh', 'master', 'admin']);

const tokenKinds = new Set([
  ...['access', 'auth', 'authentication', 'authorization', 'bearer', 'refresh', 'api', 'bot', 'private', 'personal'],
  ...['session', 'security', 'secret', 'oauth', 'user', 'admin', 'jwt', 'deploy', 'github', 'gitlab', 'slack'],
]);

/** What says of a bare `token` that it is the place where a list goes on, or a word of a text. */
const harmlessToken = /\b(?:page|pages|pagination|paging|cursor|continuation|continue|next|previous|resume|sync)\b/i;

/** Whether a property takes a secret: by the end of its name, or by `format: password`. */
export function isSecret(subschema: SubschemaView): boolean {
  const { schema, path } = subschema;
  const types = valueTypes(subschema);
  if (types !== undefined && !types.has('string')) return false;
  if (schema['enum'] !== undefined || schema['const'] !== undefined) return false;
  if (schema['format'] === 'password') return true;
  return isSecretName(String(path.at(-1)), String(schema['description'] ?? ''));
}

/** Whether values of this name are secrets; the description tells a bare `token` of a list from one that opens doors. */
export function isSecretName(name: string, description: string): boolean {
  const words = wordsOfName(name);
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (secretEnds.has(last)) return true;
  if (last === 'key') return keyKinds.has(before) || (before === 'access' && words.length > 2);
  if (last !== 'token') return false;
  if (tokenKinds.has(before)) return true;
  return words.length === 1 && !harmlessToken.test(description);
}
