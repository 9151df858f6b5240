// Copied by mcpgen from its tested runtime. Do not edit.

import { isIpv6 } from './format-network.js';

/** RFC 3986, `URI`: absolute, with a scheme; a fragment is allowed. */
export function isUri(text: string): boolean {
  return isReference(text, ASCII, true);
}

/** RFC 3986, `URI-reference`. */
export function isUriReference(text: string): boolean {
  return isReference(text, ASCII, false);
}

/** RFC 3987, `IRI`. */
export function isIri(text: string): boolean {
  return isReference(text, INTERNATIONAL, true);
}

/** RFC 3987, `IRI-reference`. */
export function isIriReference(text: string): boolean {
  return isReference(text, INTERNATIONAL, false);
}

/** RFC 6570: literals and expressions. */
export function isUriTemplate(text: string): boolean {
  return URI_TEMPLATE.test(text);
}

/** The components of a reference, RFC 3986, appendix B: each part can only end in one place, so this takes linear time. */
const COMPONENTS = /^(?:([^:/?#]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/su;

/** What may stand in each component. */
interface Grammar {
  readonly userInfo: RegExp;
  readonly host: RegExp;
  readonly path: RegExp;
  readonly query: RegExp;
  readonly fragment: RegExp;
}

const ASCII = grammar('', '');
// RFC 3987, section 2.2: `ucschar`, and `iprivate` in queries.
const INTERNATIONAL = grammar(
  '\\u{a0}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{ffef}\\u{10000}-\\u{effff}',
  '\\u{e000}-\\u{f8ff}\\u{f0000}-\\u{10fffd}',
);

function grammar(beyond: string, privateUse: string): Grammar {
  const common = `A-Za-z0-9\\-._~!$&'()*+,;=${beyond}`;
  const only = (characters: string) => new RegExp(`^(?:[${common}${characters}]|%[0-9A-Fa-f]{2})*$`, 'u');
  return {
    userInfo: only(':'),
    host: only(''),
    path: only(':@/'),
    query: only(`:@/?${privateUse}`),
    fragment: only(':@/?'),
  };
}

function isReference(text: string, allowed: Grammar, absolute: boolean): boolean {
  const [, scheme, authority, path = '', query = '', fragment = ''] = COMPONENTS.exec(text) ?? [undefined];
  if (scheme === undefined ? absolute : !/^[a-z][a-z0-9+.-]*$/i.test(scheme)) return false;
  if (authority !== undefined && !isAuthority(authority, allowed)) return false;
  if (authority === undefined && path.startsWith('//')) return false;
  return allowed.path.test(path) && allowed.query.test(query) && allowed.fragment.test(fragment);
}

function isAuthority(text: string, allowed: Grammar): boolean {
  const at = text.indexOf('@');
  if (at >= 0 && !allowed.userInfo.test(text.slice(0, at))) return false;
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/su.exec(text.slice(at + 1)) ?? [undefined, '%'];
  if (port !== undefined && !/^[0-9]*$/.test(port)) return false;
  if (!host.startsWith('[')) return allowed.host.test(host);
  const literal = host.slice(1, -1);
  return isIpv6(literal) || /^v[0-9a-f]+\.[\w.~!$&'()*+,;=:-]+$/i.test(literal);
}

const VARIABLE_CHARACTER = '(?:\\w|%[0-9A-Fa-f]{2})';
const VARIABLE = `${VARIABLE_CHARACTER}+(?:\\.${VARIABLE_CHARACTER}+)*(?::[1-9][0-9]{0,3}|\\*)?`;
const LITERAL = "[!#$&'()*+,\\-./0-9:;=?@A-Z[\\]_a-z~\\u{a0}-\\u{d7ff}\\u{e000}-\\u{10fffd}]|%[0-9A-Fa-f]{2}";
const URI_TEMPLATE = new RegExp(`^(?:${LITERAL}|\\{[+#./;?&=,!@|]?${VARIABLE}(?:,${VARIABLE})*\\})*$`, 'u');
