import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

/** One exchange written by hand; README.md beside the cases explains the members. */
export interface WireCase extends Exchange {
  readonly name: string;
  /** The section of the specification, or of an RFC, that says what must come back. */
  readonly spec: string;
  /** Exchanges before it, over HTTP. */
  readonly before?: readonly (Exchange & { readonly keep?: Readonly<Record<string, string>> })[];
}

/** What is sent, and what must come back. */
export interface Exchange {
  readonly era?: 'modern' | 'legacy';
  /** A good request of the era, which the members below then spoil. */
  readonly call?: { readonly method: string; readonly params?: Readonly<Record<string, unknown>> };
  /** Members of the body to set, by JSON pointer. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Members of the body to leave out, by JSON pointer. */
  readonly omit?: readonly string[];
  /** Headers to set; null leaves one out, and a list sends one more than once. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | null>>;
  /** Instead of `call`: the whole body, as JSON. */
  readonly body?: unknown;
  /** Instead of `call`: the whole body, as text. */
  readonly text?: string;
  /** Instead of `call`: the whole body, as bytes in hexadecimal digits. */
  readonly bytes?: string;
  /** Put into the text of the body for every `@fill@`: `text`, `times` times. */
  readonly fill?: { readonly text: string; readonly times: number };
  readonly verb?: string;
  readonly path?: string;
  readonly expect: Expectation;
}

export interface Expectation {
  /** The HTTP status; of HTTP cases only. */
  readonly status?: number;
  /** The code of a JSON-RPC error. */
  readonly code?: number;
  /** The id of the answer; null where the server could not know it. Default: that of the request. */
  readonly id?: string | number | null;
  /** Members that the result must have, at any depth. */
  readonly result?: unknown;
  /** Members that the data of the error must have. */
  readonly data?: unknown;
  /** What the whole answer must match. */
  readonly matches?: string;
  /** What the whole answer must not match. */
  readonly lacks?: string;
  /** The answer is a stream that does not end: it is left as soon as it matches. */
  readonly open?: true;
  /** Headers of the answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that the answer must not have. */
  readonly withoutHeaders?: readonly string[];
  /** Nothing comes back: no message on stdio, an empty body over HTTP. */
  readonly silence?: true;
  /** How long the answer may be. Default: 20,000 bytes. */
  readonly maxBytes?: number;
}

export interface WireFile {
  readonly topic: string;
  readonly transport: 'http' | 'stdio';
  readonly cases: readonly WireCase[];
}

const FOLDER = join(import.meta.dirname, '../cases');

/** All cases, by topic; a file is named `<transport>-<topic>.yaml`. */
export function wireFiles(): readonly WireFile[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({
      topic: basename(file, '.yaml'),
      transport: file.startsWith('stdio-') ? 'stdio' : 'http',
      cases: parse(readFileSync(join(FOLDER, file), 'utf8')) as WireCase[],
    }));
}
