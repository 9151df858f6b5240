// Made from schemas/manifest.schema.json by scripts/generate-own-types.mjs. Do not edit.

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
  unsafe_text?: UnsafeText;
  _meta?: Meta;
}
/**
 * Hints about the tool's behaviour. Clients show them and do not trust them.
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
 * Metadata for clients that know it. Keys are names with an optional reverse-DNS prefix, such as `com.example/tier`.
 */
export interface Meta {
  [k: string]: unknown;
}
