// Made from schemas/manifest.schema.json by scripts/generate-own-types.mjs. Do not edit.

/**
 * OAuth scopes, all of which are needed.
 *
 * @minItems 1
 * @maxItems 64
 */
export type Scopes = string[];
/**
 * Who completes a value: `handler`, or a list of at most 100 values, of which those that begin with what was typed are offered.
 */
export type Completion = 'handler' | string[];

/**
 * One file below the manifests folder of an mcpgen project. All files of the folder are one namespace.
 */
export interface Manifest {
  /**
   * The tools of the server, as a list, like the `tools` of an MCP `tools/list` answer.
   */
  tools?: ToolDeclaration[];
  /**
   * JSON Schemas that tools share, by name. A tool refers to one with `$ref: "#/schemas/Name"`, from any file.
   */
  schemas?: {
    [k: string]: {
      [k: string]: unknown;
    };
  };
  /**
   * Workflows over the tools of the contract, as functions of the client and, if exposed, as tools of the server.
   */
  workflows?: WorkflowDeclaration[];
  /**
   * Resources with fixed URIs, as a list, like the `resources` of an MCP `resources/list` answer.
   */
  resources?: ResourceDeclaration[];
  /**
   * Families of resources whose URIs have variables, like the `resourceTemplates` of an MCP `resources/templates/list` answer.
   */
  resourceTemplates?: ResourceTemplateDeclaration[];
  /**
   * Prompts that people choose, as a list, like the `prompts` of an MCP `prompts/list` answer.
   */
  prompts?: PromptDeclaration[];
}
/**
 * A tool as MCP 2026-07-28 defines it (`Tool`). An entry of a `tools/list` answer can be pasted here.
 */
export interface ToolDeclaration {
  /**
   * The tool's name on the wire: 1 to 128 letters, digits, `_`, `-` and `.`, not starting with `-` or `.`.
   */
  name: string;
  /**
   * A name for people, shown instead of `name`.
   */
  title?: string;
  /**
   * What the tool does, for the model that decides whether to call it.
   */
  description?: string;
  /**
   * JSON Schema of the arguments; its root says `type: object`. The dialect is 2020-12 unless `$schema` says otherwise.
   */
  inputSchema: {
    [k: string]: unknown;
  };
  /**
   * JSON Schema of the result's `structuredContent`; any root is allowed.
   */
  outputSchema?: {
    [k: string]: unknown;
  };
  annotations?: ToolAnnotations;
  /**
   * Icons that a client may show.
   */
  icons?: Icon[];
  ask?: Questions;
  semantics?: Semantics;
  tasks?: TaskSupport;
  performance?: Performance;
  /**
   * What the tool needs in order to work: `Dependency` of Enhanced MCP 2.0. Checked when the contract is built and when the server starts.
   *
   * @maxItems 64
   */
  dependencies?: Dependency[];
  composition?: Composition;
  documentation?: Documentation;
  scopes?: Scopes;
  unsafe_text?: UnsafeText;
  _meta?: Meta;
}
/**
 * `ToolAnnotations` of MCP 2026-07-28.
 */
export interface ToolAnnotations {
  /**
   * A name for people; `title` of the tool itself is preferred.
   */
  title?: string;
  /**
   * The tool changes nothing.
   */
  readOnlyHint?: boolean;
  /**
   * The tool may destroy something, rather than only add.
   */
  destructiveHint?: boolean;
  /**
   * Calling again with the same arguments has no further effect.
   */
  idempotentHint?: boolean;
  /**
   * The tool deals with things outside the server's own world, such as the web.
   */
  openWorldHint?: boolean;
}
/**
 * `Icon` of MCP 2026-07-28.
 */
export interface Icon {
  /**
   * Where the image is: an `https:` URL or a `data:` URI.
   */
  src: string;
  /**
   * Media type, if the source does not tell it.
   */
  mimeType?: string;
  /**
   * Sizes that the image suits: `WxH`, or `any` for scalable ones.
   */
  sizes?: string[];
  /**
   * The background that the image is made for.
   */
  theme?: 'light' | 'dark';
}
/**
 * What the handler may ask the client for while it runs, by the names that the handler uses, as in `ctx.ask.confirm_address()`. See docs/input.md.
 */
export interface Questions {
  [k: string]: QuestionDeclaration;
}
/**
 * One thing that a handler may ask the client for while it runs: exactly one of `elicit`, `elicitUrl`, `sample` and `roots`.
 */
export interface QuestionDeclaration {
  elicit?: FormQuestion;
  elicitUrl?: UrlQuestion;
  sample?: SampleQuestion;
  roots?: RootsQuestion;
  /**
   * What happens when the client has not declared that it can answer: the call fails (`error`), or the handler gets `{ action: 'unsupported' }` and goes on (`skip`).
   */
  otherwise?: 'error' | 'skip';
}
/**
 * A form for the user (MCP 2026-07-28, elicitation, form mode). It must not ask for secrets: those are asked for on a page of one's own, with `elicitUrl`.
 */
export interface FormQuestion {
  /**
   * What is asked, for the user. A handler may put a message of its own in its place.
   */
  message: string;
  requestedSchema: RequestedSchema;
}
/**
 * JSON Schema of the form: a flat object of texts, numbers, booleans and choices. Served as it stands here.
 */
export interface RequestedSchema {
  /**
   * The dialect. Clients read forms as 2020-12.
   */
  $schema?: 'https://json-schema.org/draft/2020-12/schema';
  /**
   * A form is an object.
   */
  type: 'object';
  /**
   * The fields by name, in the order in which clients show them: `type: string` (with `format` email, uri, date or date-time, or a choice by `enum` or `oneOf`), `number`, `integer`, `boolean`, or an `array` of choices.
   */
  properties: {
    [k: string]: {
      [k: string]: unknown;
    };
  };
  /**
   * The fields that must be filled in.
   */
  required?: string[];
}
/**
 * A page that the user is asked to visit (MCP 2026-07-28, elicitation, URL mode). The handler gives the URL.
 */
export interface UrlQuestion {
  /**
   * Why the user should go there. A handler may put a message of its own in its place.
   */
  message: string;
}
/**
 * A message of the client's model (MCP 2026-07-28, `sampling/createMessage`, which is deprecated). The handler gives what is not fixed here, and may replace what is.
 */
export interface SampleQuestion {
  /**
   * The conversation. Without it the handler gives one.
   *
   * @minItems 1
   * @maxItems 64
   */
  messages?: {
    [k: string]: unknown;
  }[];
  /**
   * What the model is told before the conversation. Clients may leave it out.
   */
  systemPrompt?: string;
  /**
   * The most tokens that the answer may have.
   */
  maxTokens: number;
  /**
   * How free the model is in its choice of words.
   */
  temperature?: number;
  /**
   * Texts that end the answer.
   *
   * @maxItems 16
   */
  stopSequences?: string[];
  modelPreferences?: ModelPreferences;
}
/**
 * Which model the client should prefer.
 */
export interface ModelPreferences {
  /**
   * Names of models or families, the best first.
   *
   * @maxItems 16
   */
  hints?: ModelHint[];
  /**
   * How much a low price counts, from 0 to 1.
   */
  costPriority?: number;
  /**
   * How much speed counts, from 0 to 1.
   */
  speedPriority?: number;
  /**
   * How much the abilities of the model count, from 0 to 1.
   */
  intelligencePriority?: number;
}
/**
 * One hint.
 */
export interface ModelHint {
  /**
   * A part of a model's name.
   */
  name?: string;
}
/**
 * The folders that the client works in (MCP 2026-07-28, `roots/list`, which is deprecated). Written `roots: {}`.
 */
export interface RootsQuestion {}
/**
 * `ToolSemantics` of Enhanced MCP 2.0, section Semantic Tool Descriptions.
 */
export interface Semantics {
  /**
   * URI of the concept that the tool implements, in an ontology of its readers' choice.
   */
  ontology?: string;
  /**
   * What the tool is about, in the project's own words; clients filter by them.
   *
   * @maxItems 32
   */
  categories?: string[];
  /**
   * What the tool can do, each with how sure its author is.
   *
   * @maxItems 32
   */
  capabilities?: Capability[];
  /**
   * What a call changes or touches. An empty list says: nothing. The annotations are derived from it.
   *
   * @maxItems 32
   */
  side_effects: SideEffect[];
  /**
   * Calling again with the same arguments has no further effect.
   */
  idempotent?: boolean;
  /**
   * The same arguments give the same result, as long as nothing else changes.
   */
  deterministic?: boolean;
}
/**
 * `Capability` of Enhanced MCP 2.0.
 */
export interface Capability {
  /**
   * The capability's name; clients ask for it.
   */
  type: string;
  /**
   * How sure the author is that the tool can do this, from 0 to 1.
   */
  confidence?: number;
  /**
   * When it can, in words.
   *
   * @maxItems 32
   */
  conditions?: string[];
  /**
   * Calls that show the capability; held against the schemas and emitted as tests.
   *
   * @maxItems 32
   */
  examples?: Example[];
}
/**
 * `Example` of Enhanced MCP 2.0, which names the type and leaves its members to us: one call.
 */
export interface Example {
  /**
   * What the example shows; unique among the tool's examples.
   */
  name: string;
  /**
   * More about it.
   */
  description?: string;
  /**
   * The arguments. They satisfy `inputSchema`.
   */
  input: {
    [k: string]: unknown;
  };
  /**
   * What the client answers to the questions of the tool's `ask`, by name; a question without an answer is one that the client cannot answer.
   */
  answers?: {
    [k: string]: {
      [k: string]: unknown;
    };
  };
  /**
   * The result. It satisfies `outputSchema`; without one it is the text of the answer.
   */
  output?: unknown;
  /**
   * The call fails, and its message contains this.
   */
  error?: string;
}
/**
 * `SideEffect` of Enhanced MCP 2.0.
 */
export interface SideEffect {
  /**
   * What kind of effect.
   */
  type: 'data_modification' | 'external_api' | 'file_system' | 'network' | 'user_interaction';
  /**
   * What is affected, in the project's own words. Two tools with effects on one scope get in each other's way.
   */
  scope: string;
  /**
   * The effect can be undone.
   */
  reversible: boolean;
  /**
   * How bad a wrong call is.
   */
  risk_level: 'low' | 'medium' | 'high' | 'critical';
}
/**
 * How calls of a tool become tasks: the extension `io.modelcontextprotocol/tasks` of MCP 2026-07-28.
 */
export interface TaskSupport {
  /**
   * Calls of clients that do not declare the extension are refused with error -32021. Default: `false`; they wait for the result.
   */
  required?: boolean;
  /**
   * When a call becomes a task: `call` (default), as soon as its arguments have been checked; `handler`, when its handler calls `ctx.task.start()`, which it may leave out: then the result is the answer.
   */
  start?: 'call' | 'handler';
  /**
   * Milliseconds for which a task is kept, from its creation on. Work that still goes on then is aborted. Default: 3,600,000, an hour; at most 604,800,000, a week.
   */
  ttlMs?: number;
  /**
   * Milliseconds after which a client should ask again. Default: 1,000; at most 3,600,000, an hour.
   */
  pollIntervalMs?: number;
}
/**
 * `PerformanceMetrics` of Enhanced MCP 2.0. What is not known is left out.
 */
export interface Performance {
  /**
   * Milliseconds within which half of the calls are answered.
   */
  latency_p50_ms?: number;
  /**
   * Milliseconds within which 95 of 100 calls are answered.
   */
  latency_p95_ms?: number;
  /**
   * Milliseconds within which 99 of 100 calls are answered.
   */
  latency_p99_ms?: number;
  /**
   * Calls a second that the tool sustains.
   */
  throughput_rps?: number;
  /**
   * The share of calls that fail, from 0 to 1.
   */
  error_rate?: number;
  resource_usage?: ResourceUsage;
}
/**
 * `ResourceUsage` of Enhanced MCP 2.0.
 */
export interface ResourceUsage {
  /**
   * Processors in use: 0.5 is half of one.
   */
  cpu_utilization?: number;
  /**
   * Megabytes of memory.
   */
  memory_usage_mb?: number;
  /**
   * Kilobits a second over the network.
   */
  network_io_kbps?: number;
  /**
   * Kilobits a second to and from disks.
   */
  disk_io_kbps?: number;
}
/**
 * `Dependency` of Enhanced MCP 2.0, which names the type and leaves its members to us.
 */
export interface Dependency {
  /**
   * What kind of thing is needed. `tool`: another tool of this contract. `resource`: a resource of this contract by its name, or any by its URI. `service`: something that the server reaches, by a name of the project's choice. `environment`: a variable of mcpgen.yaml. `package`: an npm package of the project.
   */
  type: 'tool' | 'resource' | 'service' | 'environment' | 'package';
  /**
   * Which one: the tool's name, the resource's name or URI, the service's name, the variable's name, or the package's name.
   */
  name: string;
  /**
   * Of a package: the range of versions that will do, as npm writes it.
   */
  version?: string;
  /**
   * Without it the server does not start. With `false` its absence is only logged. Default: true.
   */
  required?: boolean;
  /**
   * What it is needed for.
   */
  description?: string;
}
/**
 * `CompositionHints` of Enhanced MCP 2.0, section Tool Composition.
 */
export interface Composition {
  /**
   * Tools whose input this tool's output can feed. Checked against both schemas.
   *
   * @maxItems 256
   */
  composable_with?: string[];
  /**
   * How this tool's result becomes the input of a tool in `composable_with`, where names differ. Without an entry the whole result is the input. An addition of mcpgen.
   */
  mappings?: {
    /**
     * The parts of the input and where they come from.
     *
     * @maxItems 64
     */
    [k: string]: ResultMapping[];
  };
  /**
   * Shared schemas that every result of this tool satisfies, by name. Checked.
   *
   * @maxItems 64
   */
  output_compatibility?: string[];
  /**
   * Where in a pipeline the tool can stand: at the start, in between, at the end, or anywhere. Checked.
   */
  pipeline_position?: 'source' | 'transform' | 'sink' | 'any';
  /**
   * Calls can run at the same time as others, of this tool too.
   */
  parallelizable?: boolean;
  /**
   * A call's result depends on earlier calls of the same session.
   */
  stateful?: boolean;
}
/**
 * A part of a result and the place it goes to.
 */
export interface ResultMapping {
  /**
   * JSON Pointer (RFC 6901) into the tool's result; empty for all of it.
   */
  from?: string;
  /**
   * JSON Pointer into the other tool's input.
   */
  to: string;
  /**
   * A constant, instead of `from`.
   */
  value?: unknown;
  /**
   * Used when `from` leads to nothing.
   */
  default?: unknown;
}
/**
 * `Documentation` of Enhanced MCP 2.0, which names the type and leaves its members to us.
 */
export interface Documentation {
  /**
   * One line for lists.
   */
  summary?: string;
  /**
   * When to use the tool and when not, for people. Plain text; an empty line starts a paragraph.
   */
  details?: string;
  /**
   * Calls with their results; held against the schemas, shown, and emitted as tests of the handler.
   *
   * @maxItems 64
   */
  examples?: Example[];
  /**
   * Other tools that a reader should know.
   *
   * @maxItems 64
   */
  see_also?: string[];
  /**
   * Pages with more.
   *
   * @maxItems 32
   */
  links?: Link[];
}
/**
 * A page elsewhere.
 */
export interface Link {
  /**
   * What the page is.
   */
  title: string;
  /**
   * An `https:` or `http:` URL.
   */
  url: string;
}
/**
 * Lets the texts of this tool hold characters that people do not see. Without it they are errors.
 */
export interface UnsafeText {
  /**
   * Says so in so many words.
   */
  allow: true;
  /**
   * Why, for whoever reviews the manifest.
   */
  reason: string;
}
/**
 * `_meta` of MCP 2026-07-28: any JSON under well-formed keys.
 */
export interface Meta {
  [k: string]: unknown;
}
/**
 * `ToolWorkflow` of Enhanced MCP 2.0, section Tool Composition. `expose`, `inputSchema`, `outputSchema` and `outputs` are additions of mcpgen.
 */
export interface WorkflowDeclaration {
  /**
   * The workflow's name for programs, formed like a tool's; tools and workflows share one namespace.
   */
  id: string;
  /**
   * Its name for people.
   */
  name: string;
  /**
   * What it does, for the one who decides whether to run it.
   */
  description: string;
  /**
   * `tool`: the server offers the workflow as a tool of this name, beside the client's function.
   */
  expose?: 'tool';
  /**
   * JSON Schema of the workflow's input; its root says `type: object`.
   */
  inputSchema: {
    [k: string]: unknown;
  };
  /**
   * JSON Schema of the workflow's output, which `outputs` assembles.
   */
  outputSchema?: {
    [k: string]: unknown;
  };
  /**
   * The steps. One starts when those whose results it uses have ended; steps of parallelizable tools then run at the same time.
   *
   * @minItems 1
   * @maxItems 64
   */
  steps: WorkflowStep[];
  /**
   * The parts of the output and where they come from.
   *
   * @maxItems 64
   */
  outputs?: Mapping[];
  error_handling?: ErrorHandling;
  rollback_strategy?: RollbackStrategy;
}
/**
 * `WorkflowStep` of Enhanced MCP 2.0, section Tool Composition. `id`, `workflow`, `after` and `error_handling` are additions of mcpgen.
 */
export interface WorkflowStep {
  /**
   * The step's name, for `from` of later steps. `input` is taken.
   */
  id: string;
  /**
   * The tool to call.
   */
  tool?: string;
  /**
   * The workflow to run, instead of a tool.
   */
  workflow?: string;
  /**
   * The parts of its input and where they come from.
   *
   * @maxItems 64
   */
  inputs?: Mapping[];
  /**
   * Names for parts of its result. The whole result is there under the step's id.
   *
   * @maxItems 64
   */
  outputs?: OutputMapping[];
  /**
   * Steps that must have ended before, beside those whose results are used.
   *
   * @maxItems 64
   */
  after?: string[];
  /**
   * All must hold, or the step is skipped, and with it those that need its result.
   *
   * @maxItems 16
   */
  conditions?: Condition[];
  retry_policy?: RetryPolicy;
  error_handling?: ErrorHandling;
  /**
   * Milliseconds that one attempt may take. Default: the client's.
   */
  timeout_ms?: number;
}
/**
 * A value and the place it goes to: `InputMapping` of Enhanced MCP 2.0, which leaves its members to us.
 */
export interface Mapping {
  /**
   * Where the value comes from: `input`, a step or a name that a step's `outputs` gives, and a JSON Pointer into it.
   */
  from?: string;
  /**
   * A constant, instead of `from`.
   */
  value?: unknown;
  /**
   * JSON Pointer into what is being filled: a step's input, or the workflow's output. Empty for all of it.
   */
  to: string;
  /**
   * Used when `from` leads to nothing, or to a step that was skipped.
   */
  default?: unknown;
}
/**
 * A part of a step's result under a name of its own: `OutputMapping` of Enhanced MCP 2.0, which leaves its members to us.
 */
export interface OutputMapping {
  /**
   * JSON Pointer into the result; empty for all of it.
   */
  from: string;
  /**
   * The name, for `from` of later steps.
   */
  to: string;
}
/**
 * `Condition` of Enhanced MCP 2.0; `value_based` is an addition of mcpgen.
 */
export interface Condition {
  /**
   * What is asked. `value_based`: a value of the workflow. `time_based`: the clock. `location_based` and `user_presence`: whoever runs the workflow. `approval_required`: a person.
   */
  type: 'value_based' | 'time_based' | 'location_based' | 'user_presence' | 'approval_required';
  /**
   * `value_based`: `from` and `matches`, a JSON Schema that the value must satisfy. `time_based`: `after`, `before` (HH:MM), `days` (mon to sun), `time_zone` (IANA). `approval_required`: `message`. The others: whatever the one who is asked understands.
   */
  parameters: {
    [k: string]: unknown;
  };
}
/**
 * `RetryPolicy` of Enhanced MCP 2.0, which names the type; members as in its `AutomaticRecovery`.
 */
export interface RetryPolicy {
  /**
   * Attempts in all, the first one included.
   */
  max_attempts: number;
  /**
   * How the pause grows. Default: `exponential`.
   */
  backoff_strategy?: 'fixed' | 'linear' | 'exponential';
  /**
   * Milliseconds before the second attempt. Default: 200.
   */
  initial_delay_ms?: number;
  /**
   * The longest pause. Default: 10000.
   */
  max_delay_ms?: number;
  /**
   * Which failures are worth another attempt. `tool_error`: the tool answered with an error. `timeout`: no answer in time. `connection`: the call did not get through. Default: `[timeout, connection]`.
   *
   * @minItems 1
   */
  retry_on?: ('tool_error' | 'timeout' | 'connection')[];
}
/**
 * `ErrorHandlingStrategy` of Enhanced MCP 2.0, which names the type; strategies as in its `AutomaticRecovery`. What happens when a step has failed for good.
 */
export interface ErrorHandling {
  /**
   * `abort`: the workflow fails. `skip`: it goes on without the step, and without those that need its result. `fallback`: another tool stands in. `rollback`: the compensations of the finished steps run, then the workflow fails.
   */
  strategy: 'abort' | 'skip' | 'fallback' | 'rollback';
  /**
   * The tool that stands in, for `fallback`.
   */
  tool?: string;
  /**
   * Its input. Default: that of the step.
   *
   * @maxItems 64
   */
  inputs?: Mapping[];
}
/**
 * `RollbackStrategy` of Enhanced MCP 2.0, which names the type and leaves its members to us.
 */
export interface RollbackStrategy {
  /**
   * What undoes which step. They run in the reverse order in which the steps ended.
   *
   * @maxItems 128
   */
  compensations: Compensation[];
  /**
   * When a compensation fails itself: go on with the others, or stop. The error tells either way. Default: `continue`.
   */
  on_failure?: 'continue' | 'stop';
}
/**
 * What undoes a finished step.
 */
export interface Compensation {
  /**
   * The step.
   */
  step: string;
  /**
   * The tool that undoes it.
   */
  tool: string;
  /**
   * Its input; the result of the step is at hand.
   *
   * @maxItems 64
   */
  inputs: Mapping[];
}
/**
 * A resource with a fixed URI: `Resource` of MCP 2026-07-28. An entry of a `resources/list` answer can be pasted here.
 */
export interface ResourceDeclaration {
  /**
   * The resource's name on the wire, and in code: any printable text on one line. Unique among the resources.
   */
  name: string;
  /**
   * Where the resource is: an absolute URI in its normal form, unique in the contract.
   */
  uri: string;
  /**
   * A name for people, shown instead of `name`.
   */
  title?: string;
  /**
   * What the resource holds, for the model or the person that decides whether to read it.
   */
  description?: string;
  /**
   * Media type of the contents, if it is known beforehand.
   */
  mimeType?: string;
  /**
   * Size of the contents in bytes, before any encoding.
   */
  size?: number;
  annotations?: ContentAnnotations;
  /**
   * Icons that a client may show.
   */
  icons?: Icon[];
  cache?: CacheHintDeclaration;
  /**
   * Clients may subscribe, and the server tells them when the contents have changed. Default: false.
   */
  subscribable?: boolean;
  scopes?: Scopes;
  _meta?: Meta;
}
/**
 * `Annotations` of MCP 2026-07-28.
 */
export interface ContentAnnotations {
  /**
   * For whom it is.
   *
   * @minItems 1
   */
  audience?: ('user' | 'assistant')[];
  /**
   * How much it matters: 1 is required, 0 is entirely optional.
   */
  priority?: number;
  /**
   * When it was last changed, as ISO 8601 has it.
   */
  lastModified?: string;
}
/**
 * The caching members of a result: `CacheableResult` of MCP 2026-07-28.
 */
export interface CacheHintDeclaration {
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
 * Resources whose URIs have variables: `ResourceTemplate` of MCP 2026-07-28.
 */
export interface ResourceTemplateDeclaration {
  /**
   * The template's name on the wire, and in code: any printable text on one line. Unique among the templates.
   */
  name: string;
  /**
   * URI template (RFC 6570) with `{x}`, `{+x}`, `{x*}`, `{.x}`, `{/x}`, `{?x,y}` and `{&x,y}`: forms that a URI can be read back by.
   */
  uriTemplate: string;
  /**
   * What there is to say about the template's variables, by their names. A variable without an entry is a text like any other.
   */
  variables?: {
    [k: string]: TemplateVariableDeclaration;
  };
  /**
   * The handler lists what there is, for `resources/list`. Default: false.
   */
  list?: boolean;
  /**
   * A name for people, shown instead of `name`.
   */
  title?: string;
  /**
   * What the resources hold, for the model or the person that decides whether to read one.
   */
  description?: string;
  /**
   * Media type of the contents, if it is the same for all of them.
   */
  mimeType?: string;
  annotations?: ContentAnnotations;
  /**
   * Icons that a client may show.
   */
  icons?: Icon[];
  cache?: CacheHintDeclaration;
  /**
   * Clients may subscribe to each of the resources. Default: false.
   */
  subscribable?: boolean;
  scopes?: Scopes;
  _meta?: Meta;
}
/**
 * A variable of a URI template.
 */
export interface TemplateVariableDeclaration {
  /**
   * What the variable stands for.
   */
  description?: string;
  complete?: Completion;
}
/**
 * A prompt that people choose: `Prompt` of MCP 2026-07-28. An entry of a `prompts/list` answer can be pasted here.
 */
export interface PromptDeclaration {
  /**
   * The prompt's name on the wire, and in code: any printable text on one line. Unique among the prompts.
   */
  name: string;
  /**
   * A name for people, shown instead of `name`.
   */
  title?: string;
  /**
   * What the prompt is good for.
   */
  description?: string;
  /**
   * What the prompt is filled in with, in the order in which people are asked for it. All values are texts.
   *
   * @maxItems 64
   */
  arguments?: PromptArgumentDeclaration[];
  /**
   * Icons that a client may show.
   */
  icons?: Icon[];
  ask?: Questions;
  scopes?: Scopes;
  _meta?: Meta;
}
/**
 * `PromptArgument` of MCP 2026-07-28.
 */
export interface PromptArgumentDeclaration {
  /**
   * The argument's name on the wire, and in code: any printable text on one line.
   */
  name: string;
  /**
   * A name for people.
   */
  title?: string;
  /**
   * What the argument is.
   */
  description?: string;
  /**
   * The prompt cannot be got without it. Default: false.
   */
  required?: boolean;
  complete?: Completion;
}
