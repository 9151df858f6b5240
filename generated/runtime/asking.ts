// Copied by mcpgen from its tested runtime. Do not edit.

/** What a handler has in its context whose contract declares questions. Both functions may be taken out of it. */
export interface Asking<Ask> {
  /**
   * One function for each question. Its promise rejects with an `InputPending` when the client has to answer first: let that pass,
   * and the handler is called again with the answer, from its start.
   */
  readonly ask: Ask;
  /**
   * Does something once in a call, however often the handler is called again: later runs get the value of the first, as JSON. The
   * client keeps it, sealed. It is done again when it fails.
   */
  readonly once: <T>(key: string, make: () => T | Promise<T>) => Promise<T>;
}

/** What the user did with a form. */
export type Elicited<Content> = { readonly action: 'accept'; readonly content: Content } | Refused;

/** Whether the user agreed to visit a page. What happens there the server has to find out by itself. */
export type Consent = { readonly action: 'accept' } | Refused;

/** `decline`: the user said no. `cancel`: the user did not decide. */
export type Refused = { readonly action: 'decline' } | { readonly action: 'cancel' };

/** The client has not declared that it can answer; only of questions with `otherwise: skip`. */
export interface Unsupported {
  readonly action: 'unsupported';
}

export interface FormParams<Content> {
  /** In place of the contract's message. */
  readonly message?: string | undefined;
  /** What the form holds before the user changes it; these go before those of the contract. */
  readonly defaults?: Partial<Content> | undefined;
}

export interface UrlParams {
  /** An `https` URL, or an `http` one in development. The same in every run of the handler: make a random part of it with `once`. */
  readonly url: string;
  /** In place of the contract's message. */
  readonly message?: string | undefined;
}

/** What the contract leaves open, and what goes before what it says: `CreateMessageRequestParams` of MCP. */
export interface SampleParams {
  readonly messages: readonly SamplingMessage[];
  readonly systemPrompt?: string | undefined;
  readonly maxTokens?: number | undefined;
  readonly temperature?: number | undefined;
  readonly stopSequences?: readonly string[] | undefined;
  readonly modelPreferences?: ModelPreferences | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
}

export interface SamplingMessage {
  readonly role: 'user' | 'assistant';
  readonly content: SamplingContent | readonly SamplingContent[];
}

export type SamplingContent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image' | 'audio'; readonly data: string; readonly mimeType: string };

export interface ModelPreferences {
  readonly hints?: readonly { readonly name?: string }[];
  readonly costPriority?: number;
  readonly speedPriority?: number;
  readonly intelligencePriority?: number;
}

/** What the client's model says. */
export interface SampledMessage {
  readonly role: 'user' | 'assistant';
  readonly content: readonly SamplingContent[];
  /** The text blocks, one after the other. */
  readonly text: string;
  readonly model: string;
  readonly stopReason?: string;
}

/** A folder that the client works in. */
export interface Root {
  /** A `file://` URI. */
  readonly uri: string;
  readonly name?: string;
}
