import { didYouMean } from '../../diagnostics/suggest.js';
import { formats } from '../../runtime/formats.js';
import { defineRule } from '../lint/rule.js';

const checked: ReadonlySet<string> = new Set(Object.keys(formats));

/** Names that are notes to readers, by JSON Schema and by the registry of OpenAPI: near to a checked one, and meant. */
const noted: ReadonlySet<string> = new Set([
  ...['idn-email', 'idn-hostname', 'date-time-local', 'time-local', 'http-date', 'base64url', 'binary', 'byte', 'char'],
  ...[
    'commonmark',
    'decimal',
    'decimal128',
    'double',
    'double-int',
    'float',
    'html',
    'int8',
    'int16',
    'int32',
    'int64',
  ],
  ...['media-range', 'password', 'uint', 'uint8', 'uint16', 'uint32', 'uint64', 'markdown', 'color', 'phone'],
]);

const synonyms: ReadonlyMap<string, string> = new Map([
  ...(['url', 'link', 'website'] as const).map((each): [string, string] => [each, 'uri']),
  ...(['datetime', 'date_time', 'timestamp', 'iso8601', 'iso-8601', 'iso-date-time', 'rfc3339'] as const).map(
    (each): [string, string] => [each, 'date-time'],
  ),
  ...[
    ['guid', 'uuid'] as const,
    ['ip', 'ipv4'] as const,
    ['ip-address', 'ipv4'] as const,
    ['regexp', 'regex'] as const,
  ],
  ...[['mail', 'email'] as const, ['e-mail', 'email'] as const, ['domain', 'hostname'] as const],
]);

export const misspelledFormat = defineRule({
  id: 'misspelled-format',
  summary: '`format` is spelled as JSON Schema spells it, or it checks nothing.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'warning' },
  *check({ schemas }) {
    for (const { subschemas } of schemas) {
      for (const { schema, locate } of subschemas) {
        const { format } = schema;
        if (typeof format !== 'string' || checked.has(format) || noted.has(format)) continue;
        const meant = synonyms.get(format.toLowerCase()) ?? didYouMean(format, checked);
        if (meant === undefined) continue;
        yield {
          message: `${JSON.stringify(format)} is not a format of JSON Schema, and checks nothing`,
          span: locate(['format']),
          help: `did you mean \`${meant}\`?`,
        };
      }
    }
  },
});
