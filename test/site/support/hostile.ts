/** Texts that try to be something else than text, by what they try. */
export const attacks = {
  script: '<script>globalThis.pwned = 1</script>',
  image: '<img src=x onerror="globalThis.pwned = 1">',
  breakOut: `"'\`></p></section></main></body><svg onload=globalThis.pwned=1>`,
  template: "{{constructor.constructor('globalThis.pwned = 1')()}} {{{html}}} {{#list tools}}",
  literal: `$\{globalThis.pwned = 1} */ </script> --> ]]> \\u003c`,
  lineEnd: 'a\u2028globalThis.pwned = 1\u2029b',
  direction: 'abc\u202edcba\u202c and \u200b nothing',
  entity: '&lt;b&gt; &amp;amp; &#60; &nbsp;',
  long: 'W'.repeat(400),
} as const;

const all = Object.values(attacks).join('\n\n');

/** Without those that are refused where there is no `unsafe_text`. */
const visible = Object.entries(attacks).flatMap(([name, text]) => (name === 'direction' ? [] : [text]));
const allVisible = visible.join('\n\n');

const example = (name: string) => ({ name, description: all, input: { [attacks.image]: attacks.script }, output: all });

const hostileQuestions = {
  form: {
    elicit: {
      message: attacks.script + attacks.template,
      requestedSchema: {
        type: 'object',
        properties: {
          field: {
            type: 'string',
            title: attacks.breakOut,
            description: attacks.image,
            oneOf: [{ const: attacks.script, title: attacks.literal }],
            default: attacks.script,
          },
        },
      },
    },
  },
  page: { elicitUrl: { message: attacks.breakOut } },
  words: {
    sample: {
      systemPrompt: attacks.image,
      maxTokens: 1,
      stopSequences: [attacks.script],
      messages: [{ role: 'user', content: { type: 'text', text: attacks.entity } }],
    },
  },
};

/** A contract all of whose texts attack the one who reads it. JSON is YAML. */
export const hostileManifest = JSON.stringify({
  schemas: {
    Evil: {
      type: 'object',
      title: attacks.script,
      description: allVisible,
      properties: {
        [attacks.image]: {
          type: 'string',
          description: allVisible,
          examples: [attacks.script],
          default: attacks.breakOut,
        },
        [attacks.breakOut]: { enum: visible },
        self: { $ref: '#' },
      },
      required: [attacks.image],
    },
  },
  resources: [
    {
      name: `${attacks.script} & "'`,
      uri: "desk://rules/%3Cscript%3E?a='&b=*/",
      title: attacks.image,
      description: allVisible,
      mimeType: 'text/x.&b',
      icons: [{ src: `data:image/svg+xml,${encodeURIComponent('<svg onload="globalThis.pwned=1"/>')}` }],
      scopes: ["a'b`c</script>"],
    },
  ],
  resourceTemplates: [
    {
      name: attacks.image,
      uriTemplate: "desk://'*/{slug}{?_}",
      title: attacks.breakOut,
      description: allVisible,
      variables: {
        slug: {
          description: allVisible,
          complete: visible.filter((each) => each.length < 256 && each !== attacks.lineEnd),
        },
      },
    },
  ],
  prompts: [
    {
      name: '../../<svg onload=globalThis.pwned=1>',
      title: attacks.script,
      description: allVisible,
      arguments: [{ name: 'script', title: attacks.breakOut, description: allVisible, complete: 'handler' }],
      ask: hostileQuestions,
    },
  ],
  tools: [
    {
      name: 'con',
      tasks: {},
      ask: hostileQuestions,
      title: attacks.script + attacks.image,
      description: `${all}\n\n${'W'.repeat(9000)}`,
      inputSchema: { type: 'object', properties: { [attacks.image]: { type: 'string', description: all } } },
      outputSchema: { type: 'string' },
      annotations: { title: attacks.breakOut },
      icons: [{ src: `data:image/svg+xml,${encodeURIComponent('<svg onload="globalThis.pwned=1"/>')}` }],
      unsafe_text: { allow: true, reason: all },
      semantics: {
        ontology: 'https://example.com/?a="><script>globalThis.pwned=1</script>',
        categories: [attacks.breakOut, attacks.script],
        capabilities: [
          { type: attacks.image, confidence: 0.5, conditions: [all], examples: [example(attacks.entity)] },
        ],
        side_effects: [{ type: 'external_api', scope: attacks.breakOut, reversible: false, risk_level: 'critical' }],
      },
      dependencies: [{ type: 'service', name: 'store', description: all }],
      composition: { composable_with: ['a.b'], mappings: { 'a.b': [{ value: { x: attacks.script }, to: '' }] } },
      documentation: {
        summary: attacks.image,
        details: all,
        examples: [example(attacks.script)],
        links: [{ title: attacks.breakOut, url: 'https://example.com/"onmouseover="globalThis.pwned=1' }],
      },
    },
    {
      name: 'a.b',
      description: 'Takes anything.',
      unsafe_text: { allow: true, reason: 'This is a test of hostile texts.' },
      inputSchema: { type: 'object' },
      outputSchema: { $ref: '#/schemas/Evil' },
    },
  ],
});

export const hostileConfig = JSON.stringify({
  mcpgen: 1,
  server: {
    name: 'hostile',
    version: '1.0.0',
    title: attacks.script,
    description: allVisible,
    instructions: allVisible,
  },
  lint: { ruleset: 'none' },
  protocol: { deprecated: ['sampling'] },
  authorization: {
    authorizationServers: ['https://login.example.com/%22onmouseover'],
    scopes: { "a'b`c</script>": attacks.breakOut },
    resourceName: attacks.script,
    documentation: 'https://example.com/"onmouseover="globalThis.pwned=1',
  },
  environment: { A: { description: attacks.image, default: attacks.breakOut } },
});
