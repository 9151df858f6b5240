// Copied by mcpgen from its tested runtime. Do not edit.

import { isEmail, isHostname, isIpv4, isIpv6 } from './format-network.js';
import { isDate, isDateTime, isDuration, isTime } from './format-time.js';
import { isIri, isIriReference, isUri, isUriReference, isUriTemplate } from './format-uri.js';

/** The formats that are checked; any other one is a note to readers. Each takes time in proportion to the text. */
export const formats = {
  date: isDate,
  time: isTime,
  'date-time': isDateTime,
  duration: isDuration,
  email: isEmail,
  hostname: isHostname,
  ipv4: isIpv4,
  ipv6: isIpv6,
  uri: isUri,
  'uri-reference': isUriReference,
  iri: isIri,
  'iri-reference': isIriReference,
  'uri-template': isUriTemplate,
  uuid: (text: string) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text),
  'json-pointer': (text: string) => /^(?:\/(?:[^~/]|~[01])*)*$/su.test(text),
  'relative-json-pointer': (text: string) => /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~[01])*)*)$/su.test(text),
  regex: isRegex,
};

/** ECMA-262, with the `u` flag, as `pattern` is read. */
function isRegex(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
