import { entry } from './entry.js';

interface Deprecation {
  readonly what: string;
  /** The revision that deprecates it. */
  readonly since: string;
  readonly removal: string;
  readonly instead: string;
}

const nextYear = 'the first revision on or after 2027-07-28 may remove it';

/** The registry of MCP 2026-07-28, "Deprecated Features". */
const deprecations: Readonly<Record<'logging' | 'sampling' | 'roots' | 'sse', Deprecation>> = {
  logging: {
    what: 'sending log messages to the client',
    since: '2026-07-28',
    removal: nextYear,
    instead: 'write to stderr, or use OpenTelemetry',
  },
  sampling: {
    what: "asking the client's model",
    since: '2026-07-28',
    removal: nextYear,
    instead: 'call the interface of a model provider',
  },
  roots: {
    what: "asking for the client's folders",
    since: '2026-07-28',
    removal: nextYear,
    instead: 'take folders and files as arguments, as URIs of resources, or from the configuration of the server',
  },
  sse: {
    what: 'the transport HTTP+SSE',
    since: '2025-03-26',
    removal: 'any revision may remove it',
    instead: 'serve Streamable HTTP',
  },
};

export const protocolEntries = {
  'protocol/public-varies': entry<{ template: string }>({
    severity: 'error',
    message: ({ template }) =>
      `answers to \`resources/list\` may differ from caller to caller, since the handler of ${JSON.stringify(template)} lists resources, and are said to be \`public\``,
    help: () => 'write `cacheScope: private`, or leave it out',
  }),
  'protocol/deprecated': entry<{ feature: keyof typeof deprecations }>({
    severity: 'warning',
    message: ({ feature }) => {
      const { what, since, removal } = deprecations[feature];
      return `\`${feature}\`, ${what}, is deprecated since MCP ${since}: ${removal}`;
    },
    help: ({ feature }) => deprecations[feature].instead,
  }),
  'protocol/no-such-list': entry<{ kind: string }>({
    severity: 'error',
    message: ({ kind }) => `\`listChanged\` names ${kind}, of which the contract has none`,
    help: ({ kind }) => `remove \`${kind}\`: a server that declares a list has to serve it`,
  }),
  'protocol/not-in-this-era': entry<{ feature: string }>({
    severity: 'error',
    message: ({ feature }) =>
      `\`${feature}\` serves clients of older revisions alone, and \`eras: modern\` refuses them`,
    help: () => 'remove one of the two',
  }),
};
