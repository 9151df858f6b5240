// Copied by mcpgen from its tested runtime. Do not edit.

import { type Bytes, fromBase64Url, toBase64Url } from './base64.js';

/** What a server gives to a client to bring back, and nobody but the server can read or change. */
export interface StateSeal {
  /** `context` must be the same when the text comes back; it is not in the text. */
  readonly seal: (value: unknown, context: string) => Promise<string>;
  /** Rejects a text that was sealed with no key of these, for another context, or too long ago. */
  readonly open: (text: string, context: string) => Promise<unknown>;
}

export type StateKey = string | Uint8Array;

const MIN_KEY_BYTES = 32;
const MAX_KEYS = 8;
const SALT_BYTES = 32;
const IV_BYTES = 12;
const VERSION = 'v1.';
/** Of the sealed value as JSON. A client sends it back in a request, whose size is limited as well. */
export const MAX_STATE_LENGTH = 256 * 1024;
/** Four bytes of a text at most for each of its UTF-16 code units, a third more in base64, and what stands around it. */
const MAX_SEALED_LENGTH = MAX_STATE_LENGTH * 4 + 1024;

const utf8 = new TextEncoder();
/** Separates these keys from all others that are derived from the same secret. */
const PURPOSE = utf8.encode('mcpgen request state v1');

/**
 * Seals with the first key and opens with each, so that keys can be replaced. AES-256-GCM under a key of its own for each text
 * (HKDF-SHA-256 with a random salt): however many texts one secret seals, no nonce is ever used twice. Throws a `RangeError` for
 * keys of fewer than 32 bytes.
 */
export function stateSeal(keys: readonly StateKey[], lifetimeMs: number): StateSeal {
  if (keys.length > MAX_KEYS)
    throw new RangeError(`there are ${keys.length} state keys, and at most ${MAX_KEYS} can be`);
  const secrets = keys.map(importSecret);
  return {
    seal: async (value, context) => {
      const text = JSON.stringify([Date.now() + lifetimeMs, value]);
      if (text.length > MAX_STATE_LENGTH) {
        throw new RangeError(
          `what a call keeps between rounds has ${text.length} characters, over ${MAX_STATE_LENGTH}`,
        );
      }
      const [secret] = secrets;
      if (secret === undefined) throw new RangeError('there is no state key');
      const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
      const { key, iv } = await derive(await secret, salt);
      const algorithm = { name: 'AES-GCM', iv, additionalData: utf8.encode(VERSION + context) };
      const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, utf8.encode(text)));
      return VERSION + toBase64Url(salt) + toBase64Url(sealed);
    },
    open: async (text, context) => {
      const saltEnd = VERSION.length + Math.ceil((SALT_BYTES * 4) / 3);
      if (!text.startsWith(VERSION) || text.length <= saltEnd || text.length > MAX_SEALED_LENGTH) throw unsealable();
      const salt = bytesOf(text.slice(VERSION.length, saltEnd));
      const sealed = bytesOf(text.slice(saltEnd));
      const additionalData = utf8.encode(VERSION + context);
      for (const secret of secrets) {
        const { key, iv } = await derive(await secret, salt);
        const opened = await crypto.subtle
          .decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed)
          .catch(() => undefined);
        if (opened === undefined) continue;
        // Only the server could seal it, so it has the form that it seals.
        const [expiry, value] = JSON.parse(new TextDecoder().decode(opened)) as readonly [number, unknown];
        if (expiry < Date.now()) throw unsealable();
        return value;
      }
      throw unsealable();
    },
  };
}

/** A key for servers that run in one process: what they seal is worth nothing to any other. */
export function randomStateKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(MIN_KEY_BYTES));
}

type Secret = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

function importSecret(key: StateKey): Promise<Secret> {
  // A copy: whoever gave the key may wipe it.
  const bytes = typeof key === 'string' ? utf8.encode(key) : key.slice();
  if (bytes.length < MIN_KEY_BYTES) {
    throw new RangeError(`a state key has ${bytes.length} bytes, and needs ${MIN_KEY_BYTES} at least`);
  }
  return crypto.subtle.importKey('raw', bytes.slice(), 'HKDF', false, ['deriveBits']);
}

async function derive(secret: Secret, salt: Bytes): Promise<{ key: Secret; iv: Bytes }> {
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt, info: PURPOSE };
  const bits = new Uint8Array(await crypto.subtle.deriveBits(algorithm, secret, (32 + IV_BYTES) * 8));
  const key = await crypto.subtle.importKey('raw', bits.slice(0, 32), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { key, iv: bits.slice(32) };
}

/** Of the one text that `toBase64Url` makes of them: others that mean the same bytes were not sealed by us. */
function bytesOf(text: string): Bytes {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) throw unsealable();
  const bytes = fromBase64Url(text);
  if (toBase64Url(bytes) !== text) throw unsealable();
  return bytes;
}

/** Says nothing of the reason: a forger learns nothing. */
function unsealable(): Error {
  return new Error('Invalid or expired requestState');
}
