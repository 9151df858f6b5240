import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { JsonObject, JsonValue } from '../../../src/json.js';
import { verdicts } from './verdicts.js';

/** A contract that somebody wrote to do harm, or that only looks like it. The corpus's README says more. */
export interface HostileCase {
  readonly id: string;
  readonly class: string;
  readonly kind: 'tool' | 'tools' | 'manifests' | 'yaml' | 'yaml-bytes-base64' | 'scenario';
  readonly what: JsonValue;
  readonly expect: 'reject' | 'accept-safely';
  readonly policy?: boolean;
  readonly bound?: string;
  readonly oracle?: readonly string[];
}

/** Beside a developer's checkout, and not part of the repository. */
const folder = new URL('../../../../shared/corpus/hostile/', import.meta.url);

export const isThere = existsSync(folder);

export const canary = '__MCPGEN_PWNED__';

/** All cases of files and folders apart from the scenarios, which have tests of their own. */
export const cases: readonly HostileCase[] = readCases().filter(({ kind }) => kind !== 'scenario');

function readCases(): HostileCase[] {
  if (!isThere) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as HostileCase[]);
}

/** What has to become of a case: the corpus says it, and where it leaves the choice to us, ADR 11. */
export function verdictOf({ id, policy, expect }: HostileCase): HostileCase['expect'] {
  if (policy !== true) return expect;
  const verdict = verdicts[id];
  if (verdict === undefined) throw new Error(`ADR 11 has no verdict on ${id}`);
  return verdict;
}

const { expand } = isThere
  ? ((await import(new URL('expand.mjs', folder).href)) as { expand: (what: JsonValue) => JsonValue })
  : { expand: (what: JsonValue) => what };

/** The manifests of a case, by path. Ports of loopback addresses are those of a listener that nobody may call. */
export function manifestsOf({ kind, what }: HostileCase, port: number): Record<string, string | Uint8Array> {
  const whole = expand(JSON.parse(JSON.stringify(what).replaceAll('{{PORT}}', String(port))) as JsonValue);
  const one = (text: string | Uint8Array) => ({ 'manifests/tools.yaml': text });
  switch (kind) {
    case 'tool':
      return one(toText({ tools: [whole] }));
    case 'tools':
      return one(toText({ tools: whole }));
    case 'yaml':
      return one(String(whole));
    case 'yaml-bytes-base64':
      return one(Buffer.from(String(whole), 'base64'));
    default:
      return Object.fromEntries((whole as JsonValue[]).map((tools, i) => [`manifests/${i}.yaml`, toText({ tools })]));
  }
}

/** The tools of a case as they have to be served, where the case is about tools at all. */
export function toolsOf({ kind, what }: HostileCase, port: number): readonly JsonObject[] | undefined {
  const whole = expand(JSON.parse(JSON.stringify(what).replaceAll('{{PORT}}', String(port))) as JsonValue);
  if (kind === 'tool') return [whole as JsonObject];
  if (kind === 'tools') return whole as JsonObject[];
  return kind === 'manifests' ? (whole as JsonObject[][]).flat() : undefined;
}

/** JSON of any depth: `JSON.stringify` overflows where some cases begin. Of one line, so that files stay small. */
function toText(root: JsonValue): string {
  const parts: string[] = [];
  const stack: ({ readonly value: JsonValue } | { readonly text: string })[] = [{ value: root }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if ('text' in next) parts.push(next.text);
    else if (typeof next.value !== 'object' || next.value === null) parts.push(JSON.stringify(next.value));
    else {
      const isArray = Array.isArray(next.value);
      const members = Object.entries(next.value).flatMap(([key, value], index) => [
        { text: `${index === 0 ? '' : ', '}${isArray ? '' : `${JSON.stringify(key)}: `}` },
        { value },
      ]);
      parts.push(isArray ? '[' : '{');
      stack.push({ text: isArray ? ']' : '}' });
      for (const member of members.reverse()) stack.push(member);
    }
  }
  return `${parts.join('')}\n`;
}
