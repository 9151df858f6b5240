import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '../json.js';
import { exceeded } from '../limits/exceeded.js';
import type { LimitName, Limits } from '../limits/limits.js';
import { sizeOf } from '../limits/size-of.js';
import type { Locate } from './check-keywords.js';
import type { Dialect } from './dialect.js';
import { keywordsOf } from './keywords.js';
import type { Subschema } from './walk.js';

/** What a schema adds to the totals that are bounded for a tool and for a build. */
export interface SchemaSize {
  readonly subschemas: number;
  readonly schemaProperties: number;
  readonly enumBytes: number;
  readonly references: number;
  readonly definitions: number;
}

/** The totals, with the words for one tool's. */
export const totals = ['subschemas', 'schemaProperties', 'enumBytes', 'references', 'definitions'] as const;

/** Holds one schema against the limits while it is walked: nothing is looked at twice, and nothing large is built. */
export class SchemaBounds {
  readonly #total: Record<(typeof totals)[number], number> = {
    subschemas: 0,
    schemaProperties: 0,
    enumBytes: 0,
    references: 0,
    definitions: 0,
  };
  #isBeyond = false;
  readonly #reported = new Set<LimitName>();
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly dialect: Dialect,
    private readonly limits: Limits,
    private readonly locate: Locate,
  ) {}

  get size(): SchemaSize {
    return { ...this.#total };
  }

  /** Counts one subschema. After `skip` it is not worth a look: something in it is too large; after `end` none is. */
  count({ schema, path, depth }: Subschema): 'fine' | 'skip' | 'end' {
    this.#isBeyond = false;
    this.#add('subschemas', 1, path);
    this.#hold('schemaDepth', depth, path);
    if (typeof schema === 'object') {
      for (const [keyword, value] of Object.entries(schema)) this.#countKeyword(keyword, value, [...path, keyword]);
    }
    if ([...totals, 'schemaDepth' as const].some((each) => this.#reported.has(each))) return 'end';
    return this.#isBeyond ? 'skip' : 'fine';
  }

  #countKeyword(keyword: string, value: JsonValue, path: JsonPath): void {
    const inBackquotes = `\`${keyword}\``;
    switch (keyword) {
      case 'properties':
      case 'patternProperties':
      case 'dependentSchemas':
      case 'dependentRequired':
      case 'dependencies':
        if (isJsonObject(value)) this.#countNames(keyword, value, path);
        break;
      case 'required':
        if (Array.isArray(value)) this.#hold('objectProperties', value.length, path, { subject: inBackquotes });
        break;
      case '$defs':
      case 'definitions':
        if (isJsonObject(value)) this.#add('definitions', Object.keys(value).length, path);
        break;
      case 'allOf':
      case 'anyOf':
      case 'oneOf':
        if (Array.isArray(value)) this.#hold('branches', value.length, path, { subject: inBackquotes });
        break;
      case 'prefixItems':
      case 'items':
        if (Array.isArray(value)) this.#hold('tupleItems', value.length, path);
        break;
      case '$ref':
        this.#add('references', 1, path);
        break;
      case 'pattern':
        if (typeof value === 'string') this.#hold('patternLength', value.length, path);
        break;
      case 'title':
        if (typeof value === 'string') this.#hold('titleLength', value.length, path);
        break;
      case 'description':
      case '$comment':
        if (typeof value === 'string')
          this.#hold('descriptionLength', value.length, path, { subject: `this ${inBackquotes}` });
        break;
      case 'enum':
      case 'const':
        if (Array.isArray(value) && keyword === 'enum') this.#hold('enumValues', value.length, path);
        this.#add('enumBytes', this.#countValue(value, path, Number.POSITIVE_INFINITY), path);
        break;
      case 'default':
      case 'examples':
        this.#countValue(value, path, this.limits.valueBytes);
        break;
      default:
        if (!keywordsOf(this.dialect).has(keyword)) this.#countValue(value, path, this.limits.valueBytes);
    }
  }

  #countNames(keyword: string, value: JsonObject, path: JsonPath): void {
    const names = Object.keys(value);
    this.#hold('objectProperties', names.length, path, { subject: `\`${keyword}\`` });
    if (keyword === 'properties' || keyword === 'patternProperties') this.#add('schemaProperties', names.length, path);
    const setting = keyword === 'patternProperties' ? 'patternLength' : 'propertyNameLength';
    for (const name of names) {
      if (name.length > this.limits[setting]) this.#hold(setting, name.length, [...path, name], { target: 'key' });
    }
  }

  /** Holds a value that is data; gives its bytes. */
  #countValue(value: JsonValue, path: JsonPath, maximum: number): number {
    const { bytes, depth } = sizeOf(value);
    this.#hold('valueDepth', depth, path);
    if (bytes > maximum) this.#hold('valueBytes', bytes, path);
    return bytes;
  }

  #add(setting: keyof SchemaSize, more: number, path: JsonPath): void {
    this.#total[setting] += more;
    this.#hold(setting, this.#total[setting], path, { atLeast: true });
  }

  /** Reports a limit at the first place that exceeds it; the others would say the same. */
  #hold(setting: LimitName, value: number, path: JsonPath, at: HoldAt = {}): void {
    if (value <= this.limits[setting]) return;
    this.#isBeyond = true;
    if (this.#reported.has(setting)) return;
    this.#reported.add(setting);
    const { target = 'key', ...words } = at;
    this.diagnostics.push(exceeded(setting, value, this.limits, { span: this.locate(path, target), ...words }));
  }
}

interface HoldAt {
  readonly subject?: string;
  readonly atLeast?: boolean;
  readonly target?: 'key' | 'value';
}
