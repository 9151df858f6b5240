/** What is known of texts of a format beside the format: a pattern that all of them match. */
interface FormatFacts {
  readonly pattern?: string;
  /** Every text that matches the pattern is of the format. */
  readonly isExact?: boolean;
  readonly fewest?: number;
  readonly most?: number;
  /** Formats that every such text is of, too. */
  readonly within?: readonly string[];
  /** A text of the format. */
  readonly example: string;
}

const date = '[0-9]{4}-[0-9]{2}-[0-9]{2}';
const time = '[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([zZ]|[+-][0-9]{2}:[0-9]{2})';
const byte = '(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const hex = '[0-9a-fA-F]';

const facts: ReadonlyMap<string, FormatFacts> = new Map([
  ['date', { pattern: `^${date}$`, example: '2026-01-31' }],
  ['time', { pattern: `^${time}$`, example: '12:30:00Z' }],
  ['date-time', { pattern: `^${date}[tT]${time}$`, example: '2026-01-31T12:30:00Z' }],
  ['duration', { pattern: '^P[0-9YMWDTHS]+$', example: 'P1D' }],
  ['email', { pattern: '^[^]+@[^]+$', example: 'a@example.com' }],
  ['hostname', { pattern: '^[a-zA-Z0-9.-]+$', fewest: 1, most: 253, example: 'example.com' }],
  ['ipv4', { pattern: `^${byte}(\\.${byte}){3}$`, isExact: true, within: ['hostname'], example: '192.0.2.1' }],
  ['ipv6', { pattern: `^[0-9a-fA-F:.]+$`, fewest: 2, most: 45, example: '2001:db8::1' }],
  [
    'uri',
    {
      pattern: '^[a-zA-Z][a-zA-Z0-9+.-]*:[!-~]*$',
      within: ['uri-reference', 'iri', 'iri-reference'],
      example: 'https://example.com/a',
    },
  ],
  ['uri-reference', { pattern: '^[!-~]*$', within: ['iri-reference'], example: '/a' }],
  ['iri', { pattern: '^[a-zA-Z][a-zA-Z0-9+.-]*:', within: ['iri-reference'], example: 'https://example.com/ä' }],
  ['iri-reference', { example: '/ä' }],
  ['uri-template', { example: '/a/{b}' }],
  [
    'uuid',
    {
      pattern: `^${hex}{8}-(${hex}{4}-){3}${hex}{12}$`,
      isExact: true,
      example: '123e4567-e89b-42d3-a456-426614174000',
    },
  ],
  ['json-pointer', { pattern: '^(/|$)', example: '/a' }],
  ['relative-json-pointer', { pattern: '^[0-9]', example: '1/a' }],
  ['regex', { example: '^a' }],
]);

/** What follows from a format; of one that is not checked, nothing. */
export function factsOfFormat(format: string): Partial<FormatFacts> {
  return facts.get(format) ?? {};
}
