import type { DiagnosticCode } from '../../../src/diagnostics/catalogue.js';
import type { LimitName } from '../../../src/limits/limits.js';
import type { HostileCase } from './corpus.js';

/** `docs/adr/0011-policies-on-hostile-input.md`, case by case; a test holds the two together. */
export const verdicts: Readonly<Record<string, HostileCase['expect']>> = {
  'bounds/min-gt-max': 'reject',
  'ext-keywords/x-ts-type': 'reject',
  'ext-keywords/customTypePath': 'accept-safely',
  'ext-keywords/draft7-dependencies': 'accept-safely',
  'inject-code/description-nul': 'reject',
  'inject-code/propname-nul': 'reject',
  'inject-code/kw-format': 'accept-safely',
  'inject-code/server-name': 'reject',
  'mcp/input-type-union': 'reject',
  'mcp/output-not-object': 'accept-safely',
  'mcp/poison-text': 'accept-safely',
  'mcp/poison-param': 'accept-safely',
  'mcp/poison-hidden-by-space': 'reject',
  'mcp/hint-vs-effects': 'reject',
  'mcp/enum-dup': 'accept-safely',
  'names/tool-leading-dot': 'reject',
  'names/windows-con': 'accept-safely',
  'names/windows-com1': 'accept-safely',
  'proto/defs-proto': 'reject',
  'proto/tool-name-toString': 'reject',
  'ref-pointer/into-enum': 'reject',
  'ref-remote/id-self-absolute-ref': 'accept-safely',
  'ref-remote/id-embedded-resource': 'accept-safely',
  'regex/poly-trim': 'accept-safely',
  'regex/lookahead-password': 'accept-safely',
  'unicode/description-variation-selectors': 'reject',
  'unicode/description-braille-blank': 'reject',
  'unicode/nfc-nfd-props': 'reject',
  'yaml/alias-bomb-3x4': 'reject',
  'yaml/alias-as-key': 'reject',
  'yaml/enum-mixed-types': 'accept-safely',
  'yaml/utf16': 'reject',
};

/** What the corpus calls a bound, as limits of ours: one of them has to be what a case exceeds. */
export const bounds: Readonly<Record<string, readonly LimitName[]>> = {
  depth: ['yamlDepth', 'schemaDepth'],
  valueDepth: ['yamlDepth', 'valueDepth'],
  // Definitions are keys of one map, too, and that is seen first.
  subschemas: ['subschemas', 'definitions', 'yamlKeys'],
  properties: ['objectProperties', 'schemaProperties', 'yamlKeys'],
  branches: ['branches', 'tupleItems'],
  compositionPaths: ['compositionPaths'],
  description: ['toolDescriptionLength', 'descriptionLength'],
  patternLength: ['patternLength'],
  aliases: ['yamlAliases', 'aliasBytes'],
  expandedSize: ['aliasBytes', 'manifestBytes'],
  keysPerMap: ['yamlKeys'],
};

/** Bounds that are no limits with a setting: another finding says it. */
export const boundsByCode: Readonly<Record<string, readonly DiagnosticCode[]>> = {
  pattern: ['schema/exponential-pattern'],
  diagnostics: ['yaml/syntax'],
};

/** What refuses the cases of a class, where no bound is named. */
export const codesOfClass: Readonly<Record<string, RegExp>> = {
  bounds: /^(limits|schema)\//,
  'ext-keywords': /^schema\/(code-keyword|invalid)$/,
  'inject-code': /^(text\/hidden-character|manifest\/(wrong-type|unknown-key)|schema\/invalid)$/,
  'inject-html': /^(text|manifest)\//,
  'inject-template': /^(text|manifest)\//,
  mcp: /^(manifest\/|schema\/input-root$|text\/out-of-sight$)/,
  names: /^(manifest\/(bad-value|wrong-type)|names\/(collision|reserved|duplicate-tool))$/,
  proto: /^(yaml\/forbidden-key|manifest\/missing-key|names\/reserved)$/,
  'ref-as-data': /^schema\/invalid$/,
  'ref-file': /^(schema\/ref-(remote|outside|missing)|text\/hidden-character)$/,
  'ref-pointer': /^schema\/(ref-(missing|not-schema|cycle)|invalid)$/,
  'ref-remote': /^schema\/(ref-remote|unsupported-keyword)$/,
  regex: /^schema\/(pattern|exponential-pattern|invalid)$/,
  'schema-invalid': /^schema\/(invalid|contradiction)$/,
  unicode: /^(text\/(hidden-character|lookalike)|manifest\/bad-value|names\/collision)$/,
  yaml: /^(yaml\/|limits\/exceeded$|manifest\/(wrong-type|unknown-key)$)/,
};
