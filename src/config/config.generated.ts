// Made from schemas/mcpgen.schema.json by scripts/generate-own-types.mjs. Do not edit.

export type LintRule = unknown;

/**
 * mcpgen.yaml: who the server is, where things are, and the limits of this project.
 */
export interface Config {
  /**
   * The version of this file's format.
   */
  mcpgen: 1;
  server: ServerConfig;
  /**
   * The folder of the manifests. Default: `manifests`.
   */
  manifests?: string;
  /**
   * The folder of the generated files, which belongs to mcpgen. Default: `generated`.
   */
  output?: string;
  /**
   * The folder of the handlers, one file for each tool, resource, resource template and prompt, which belong to their authors. Default: `src/handlers`.
   */
  handlers?: string;
  /**
   * The entry file of the server, created once. Default: `src/main.ts`.
   */
  main?: string;
  /**
   * The test that runs the examples of the contract against the handlers, created once when there are examples. Default: `test/examples.test.ts`.
   */
  exampleTests?: string;
  /**
   * What to build. A project that only calls someone else's server says `[client]`. Default: `[server, client, docs]`.
   *
   * @minItems 1
   */
  targets?: ('server' | 'client' | 'docs')[];
  /**
   * `enhanced` serves every client. `strict` refuses a client that does not declare `org.enhanced-mcp/core`. Default: `enhanced`.
   */
  compatibilityMode?: 'enhanced' | 'strict';
  protocol?: ProtocolConfig;
  caching?: CachingConfig;
  /**
   * The most entries on one page of a list: of tools, resources, resource templates and prompts. Default: every list is one page.
   */
  pageSize?: number;
  /**
   * Environment variables that the server reads, by name; checked when it starts.
   */
  environment?: {
    [k: string]: VariableConfig;
  };
  authorization?: AuthorizationConfig;
  /**
   * `lazy` compiles a schema at run time, when it is first needed. `precompiled` writes it as code in the build, for runtimes without `eval`. Default: `lazy`.
   */
  validators?: 'lazy' | 'precompiled';
  lint?: LintConfig;
  limits?: LimitsConfig;
}
/**
 * Who the server is: `Implementation` of MCP 2026-07-28, and its instructions.
 */
export interface ServerConfig {
  /**
   * The server's name for programs.
   */
  name: string;
  /**
   * The server's own version.
   */
  version: string;
  /**
   * The server's name for people.
   */
  title?: string;
  /**
   * What the server is for, in a sentence.
   */
  description?: string;
  /**
   * The server's home page.
   */
  websiteUrl?: string;
  /**
   * Icons that a client may show: `Icon` of MCP 2026-07-28.
   */
  icons?: ServerIcon[];
  /**
   * How a model should use the server as a whole.
   */
  instructions?: string;
}
/**
 * `Icon` of MCP 2026-07-28.
 */
export interface ServerIcon {
  /**
   * An `https:` URL or a `data:` URI.
   */
  src: string;
  /**
   * Media type, if the source does not tell it.
   */
  mimeType?: string;
  /**
   * Sizes that the image suits: `WxH`, or `any`.
   */
  sizes?: string[];
  /**
   * The background that the image is made for.
   */
  theme?: 'light' | 'dark';
}
/**
 * What of MCP the server speaks, beyond what the declarations in the manifests say.
 */
export interface ProtocolConfig {
  /**
   * `dual` also serves clients of the revisions before 2026-07-28, which open a session with `initialize`; `modern` refuses them. Default: `dual`.
   */
  eras?: 'dual' | 'modern';
  /**
   * Deprecated features of MCP that this server uses all the same. None is used that is not named here.
   */
  deprecated?: ('logging' | 'sampling' | 'roots' | 'sse')[];
  /**
   * Lists that may change while the server runs: it declares `listChanged` for them, and can tell its clients.
   */
  listChanged?: ('tools' | 'prompts' | 'resources')[];
}
/**
 * How long clients may keep answers, by the method that is answered. Default: not at all.
 */
export interface CachingConfig {
  'server/discover'?: CacheHintConfig;
  'tools/list'?: CacheHintConfig;
  'resources/list'?: CacheHintConfig;
  'resources/templates/list'?: CacheHintConfig;
  'resources/read'?: CacheHintConfig;
  'prompts/list'?: CacheHintConfig;
}
/**
 * The caching members of a result: `CacheableResult` of MCP 2026-07-28.
 */
export interface CacheHintConfig {
  /**
   * Milliseconds for which the answer may be kept.
   */
  ttlMs?: number;
  /**
   * Who may keep it.
   */
  cacheScope?: 'public' | 'private';
}
/**
 * One environment variable.
 */
export interface VariableConfig {
  /**
   * What it is for.
   */
  description?: string;
  /**
   * The server does not start without it. Default: true, unless there is a default.
   */
  required?: boolean;
  /**
   * Its value is never shown or written down. Default: false.
   */
  secret?: boolean;
  /**
   * The value when it is not set; a secret has none.
   */
  default?: string;
}
/**
 * Who may call the server over HTTP: OAuth 2.1 as MCP has it, with this server as the resource server.
 */
export interface AuthorizationConfig {
  /**
   * The issuers whose tokens the server takes, as `authorization_servers` of RFC 9728. `https:`, or `http:` on this machine.
   *
   * @minItems 1
   * @maxItems 16
   */
  authorizationServers: string[];
  /**
   * The scopes that the contract uses, with what each one allows, for the people who are asked to grant it.
   */
  scopes?: {
    /**
     * What the scope allows.
     */
    [k: string]: string;
  };
  /**
   * Scopes without which no request is served at all. Default: none.
   *
   * @maxItems 256
   */
  required?: string[];
  /**
   * `jwt` brings a verifier of signed tokens, which needs the package `jose`. `other` leaves verification to the server's author. Default: `jwt`.
   */
  tokens?: 'jwt' | 'other';
  /**
   * The resource's name for people, as `resource_name` of RFC 9728. Default: the server's title, if it has one.
   */
  resourceName?: string;
  /**
   * Where developers read how to get access, as `resource_documentation` of RFC 9728.
   */
  documentation?: string;
}
/**
 * Which rules of style and safety the contract is held to, and how strictly.
 */
export interface LintConfig {
  /**
   * The levels of all rules that `rules` does not name. Default: `recommended`.
   */
  ruleset?: 'recommended' | 'strict' | 'none';
  rules?: LintRules;
}
/**
 * Levels and options of single rules: a level, or a map of a level and options.
 */
export interface LintRules {
  'array-without-items'?: LintRule;
  'change-without-rollback'?: LintRule;
  /**
   * Arguments are not nested deeper than models and hosts can handle.
   */
  'deep-nesting'?: unknown;
  'default-fails-schema'?: LintRule;
  'deterministic-with-outside-effects'?: LintRule;
  /**
   * An object that stands in several places is written once, in `schemas:`.
   */
  'duplicate-schema'?: unknown;
  'effects-contradict-verb'?: LintRule;
  'examples-fail-schema'?: LintRule;
  'format-without-type'?: LintRule;
  'hidden-instructions'?: LintRule;
  'hint-contradicts-verb'?: LintRule;
  'idempotent-contradicts-verb'?: LintRule;
  'impossible-bounds'?: LintRule;
  'impossible-enum-value'?: LintRule;
  'inconsistent-naming'?: LintRule;
  'inconsistent-parameter-naming'?: LintRule;
  'inconsistent-parameter-type'?: LintRule;
  'irreversible-without-warning'?: LintRule;
  /**
   * A list of values that every conversation carries is short.
   */
  'large-enum'?: unknown;
  'missing-description'?: LintRule;
  'missing-hints'?: LintRule;
  'missing-instructions'?: LintRule;
  'missing-output-schema'?: LintRule;
  'missing-pagination'?: LintRule;
  'missing-semantics'?: LintRule;
  'misspelled-format'?: LintRule;
  'one-of-overlap'?: LintRule;
  'open-input'?: LintRule;
  'overlapping-tools'?: LintRule;
  'parameter-name'?: LintRule;
  'recursive-input'?: LintRule;
  'redundant-type-list'?: LintRule;
  'required-with-default'?: LintRule;
  'required-without-property'?: LintRule;
  'retry-not-idempotent'?: LintRule;
  'risk-understated'?: LintRule;
  'root-composition'?: LintRule;
  'secret-in-header'?: LintRule;
  /**
   * Secrets do not pass through the model as arguments.
   */
  'secret-in-input'?: unknown;
  'title-repeats-name'?: LintRule;
  /**
   * The definition of one tool does not fill the context of a model.
   */
  'tool-tokens'?: unknown;
  /**
   * All tools together leave room in the context of a model.
   */
  'total-tokens'?: unknown;
  'unbounded-array'?: LintRule;
  'unbounded-string'?: LintRule;
  'undescribed-parameter'?: LintRule;
  'untyped-parameter'?: LintRule;
  'unused-schema'?: LintRule;
  /**
   * The description of a tool says more than its name does.
   */
  'vague-description'?: unknown;
}
/**
 * Raises (or lowers) the bounds that keep a hostile contract from exhausting the compiler.
 */
export interface LimitsConfig {
  /**
   * Bytes of one manifest file. Default 524288, at most 4194304.
   */
  manifestBytes?: number;
  /**
   * Manifest files. Default 5000, at most 20000.
   */
  manifestFiles?: number;
  /**
   * Tools. Default 4096, at most 16384.
   */
  tools?: number;
  /**
   * Workflows. Default 1024, at most 4096.
   */
  workflows?: number;
  /**
   * Resources with fixed URIs. Default 4096, at most 16384.
   */
  resources?: number;
  /**
   * Templates of resources. Default 1024, at most 4096.
   */
  resourceTemplates?: number;
  /**
   * Prompts. Default 1024, at most 4096.
   */
  prompts?: number;
  /**
   * Bytes of all manifest files. Default 16777216, at most 67108864.
   */
  totalBytes?: number;
  /**
   * Nesting of the YAML. Default 64, at most 200.
   */
  yamlDepth?: number;
  /**
   * Aliases in one manifest file. Default 100, at most 1000.
   */
  yamlAliases?: number;
  /**
   * Nesting of subschemas. Default 32, at most 100.
   */
  schemaDepth?: number;
  /**
   * Subschemas of one tool. Default 4096, at most 20000.
   */
  subschemas?: number;
  /**
   * Keys of one map in a manifest. Default 5000, at most 20000.
   */
  yamlKeys?: number;
  /**
   * Bytes that the aliases of one manifest file copy. Default 1048576, at most 16777216.
   */
  aliasBytes?: number;
  /**
   * Subschemas of all tools, shared ones counted for each tool that uses them. Default 200000, at most 1000000.
   */
  totalSubschemas?: number;
  /**
   * Properties of one object of a schema. Default 500, at most 2000.
   */
  objectProperties?: number;
  /**
   * Properties of all objects of one tool. Default 4096, at most 20000.
   */
  schemaProperties?: number;
  /**
   * Branches of one `allOf`, `anyOf` or `oneOf`. Default 64, at most 256.
   */
  branches?: number;
  /**
   * Ways through the branches of one schema: a product over `allOf`, `anyOf`, `oneOf` and references. Default 10000, at most 100000.
   */
  compositionPaths?: number;
  /**
   * Values of one `enum`. Default 1024, at most 5000.
   */
  enumValues?: number;
  /**
   * Bytes of all `enum` and `const` values of one tool. Default 131072, at most 1048576.
   */
  enumBytes?: number;
  /**
   * References in the schemas of one tool. Default 2048, at most 5000.
   */
  references?: number;
  /**
   * References that lead to one another. Default 32, at most 100.
   */
  referenceChain?: number;
  /**
   * Definitions (`$defs`) in the schemas of one tool, shared schemas included. Default 512, at most 2000.
   */
  definitions?: number;
  /**
   * Entries of one `prefixItems`. Default 64, at most 256.
   */
  tupleItems?: number;
  /**
   * Characters of one regular expression. Default 1024, at most 5000.
   */
  patternLength?: number;
  /**
   * Characters of a tool's description. Default 16384, at most 65536.
   */
  toolDescriptionLength?: number;
  /**
   * Characters of any other description. Default 16384, at most 65536.
   */
  descriptionLength?: number;
  /**
   * Characters of a title. Default 256, at most 1024.
   */
  titleLength?: number;
  /**
   * Characters of a property name. Default 128, at most 512.
   */
  propertyNameLength?: number;
  /**
   * Nesting of a value: in `default`, `examples`, `const`, `enum` or `_meta`, of an example's input and output, of a constant. Default 32, at most 100.
   */
  valueDepth?: number;
  /**
   * Bytes of one value: in `default`, `examples` or `_meta`, of an example's input and output, of a constant. Default 65536, at most 1048576.
   */
  valueBytes?: number;
  /**
   * Seconds that a build may take. Default 60, at most 600.
   */
  seconds?: number;
  /**
   * Findings that are shown in a terminal; the other formats list all. Default 100, at most 1000000.
   */
  findings?: number;
}
