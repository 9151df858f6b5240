// Copied by mcpgen from its tested runtime. Do not edit.

/** RFC 2673, section 3.2: four decimal bytes without leading zeros. */
export function isIpv4(text: string): boolean {
  return new RegExp(`^${BYTE}(?:\\.${BYTE}){3}$`).test(text);
}

const BYTE = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';

/** RFC 4291, section 2.2, without a zone. */
export function isIpv6(text: string): boolean {
  if (text.length > 45) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const endsInIpv4 = last.includes('.') && text.endsWith(last);
  if (endsInIpv4 && !isIpv4(last)) return false;
  const plain = endsInIpv4 ? groups.slice(0, -1) : groups;
  const count = plain.length + (endsInIpv4 ? 2 : 0);
  return plain.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) && (halves.length === 2 ? count < 8 : count === 8);
}

/**
 * RFC 1123, section 2.1. A label that is reserved for internationalised names (`--` in its third and fourth place) has to be
 * an A-label by its looks; what it decodes to is not looked into.
 */
export function isHostname(text: string): boolean {
  return text.length <= 253 && text.split('.').every(isLabel);
}

function isLabel(label: string): boolean {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(label)) return false;
  return label.slice(2, 4) !== '--' || /^xn--./i.test(label);
}

/** RFC 5321, section 4.1.2, `Mailbox`: also with a quoted local part or an address literal. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  return at > 0 && isLocalPart(local) && (isHostname(domain) || isAddressLiteral(domain));
}

function isLocalPart(text: string): boolean {
  return text.startsWith('"')
    ? /^"(?:[ !#-[\]-~]|\\[ -~])*"$/.test(text)
    : text.split('.').every((atom) => /^[\w!#$%&'*+/=?^`{|}~-]+$/.test(atom));
}

function isAddressLiteral(text: string): boolean {
  const literal = /^\[(.*)\]$/.exec(text)?.[1];
  return literal !== undefined && (/^ipv6:/i.test(literal) ? isIpv6(literal.slice(5)) : isIpv4(literal));
}
