/** A contract with every field of the specification's section on tool discovery, and everything else that pages show; each value occurs once, so that it can be found again. */
export const fullManifest = `
schemas:
  Ticket:
    type: object
    description: One matter of one customer.
    properties:
      id: { type: string, maxLength: 13 }
      status: { enum: [open, closed] }
    required: [id, status]
    additionalProperties: false
tools:
  - name: get_ticket
    title: Get a ticket
    description: Returns one ticket, described in the description.
    inputSchema:
      type: object
      properties: { ticketId: { type: string, maxLength: 13, description: Which one to return. } }
      required: [ticketId]
      additionalProperties: false
    outputSchema: { $ref: "#/schemas/Ticket" }
    semantics:
      ontology: https://schema.org/ReadAction
      categories: [support, tickets]
      capabilities:
        - type: read_ticket
          confidence: 0.95
          conditions: [The id is known.]
          examples:
            - { name: Shows the capability, description: What it shows., input: { ticketId: TCK-11 }, output: { id: TCK-11, status: open } }
      side_effects: [{ type: network, scope: far away store, reversible: true, risk_level: low }]
      idempotent: true
      deterministic: true
    performance:
      latency_p50_ms: 12
      latency_p95_ms: 41
      latency_p99_ms: 90.5
      throughput_rps: 250
      error_rate: 0.001
      resource_usage: { cpu_utilization: 0.05, memory_usage_mb: 33, network_io_kbps: 44, disk_io_kbps: 55 }
    dependencies:
      - { type: service, name: ticket_store, description: Holds the tickets. }
      - { type: environment, name: DESK_KEY }
      - { type: package, name: undici, version: ^7.0.0, required: false }
    composition:
      composable_with: [close_ticket]
      mappings: { close_ticket: [{ from: /id, to: /closedId, default: TCK-404 }, { value: done and over, to: /reason }] }
      output_compatibility: [Ticket]
      pipeline_position: source
      parallelizable: true
      stateful: false
    documentation:
      summary: Looks a ticket up.
      details: |-
        Use it when you know the id.

        Not for searching.
      examples:
        - { name: An open ticket, description: Somebody must act., input: { ticketId: TCK-2 }, output: { id: TCK-2, status: open } }
        - { name: Nobody knows it, input: { ticketId: TCK-0 }, error: no such ticket }
      see_also: [close_ticket]
      links: [{ title: Rules of the desk, url: "https://example.com/desk" }]
  - name: close_ticket
    description: Closes a ticket for good.
    inputSchema:
      type: object
      properties: { closedId: { type: string, maxLength: 13 }, reason: { type: string, maxLength: 100 } }
      required: [closedId]
      additionalProperties: false
    outputSchema: { $ref: "#/schemas/Ticket" }
    annotations: { title: Close, openWorldHint: true }
    semantics:
      side_effects: [{ type: data_modification, scope: tickets, reversible: false, risk_level: critical }]
      idempotent: true
    dependencies: [{ type: tool, name: get_ticket }, { type: resource, name: desk rules }, { type: resource, name: "desk://minutes" }]
    scopes: [desk:close]
    tasks: { required: true, start: handler, ttlMs: 5400000, pollIntervalMs: 750 }
    documentation:
      examples:
        - name: The user agrees
          input: { closedId: TCK-5 }
          answers: { confirm: { action: accept, content: { sure: true, mood: sad } } }
          output: { id: TCK-5, status: closed }
    ask:
      confirm:
        elicit:
          message: Really close it?
          requestedSchema:
            type: object
            properties:
              sure: { type: boolean, title: Quite sure }
              mood: { type: string, oneOf: [{ const: sad, title: Rather sad }, { const: glad, title: Very glad }], default: glad }
              teams: { type: array, items: { type: string, enum: [billing, product] }, maxItems: 2 }
              copies: { type: integer, minimum: 1, maximum: 9, description: How many copies to send. }
              mail: { type: string, format: email, maxLength: 99 }
            required: [sure]
        otherwise: skip
      pay: { elicitUrl: { message: Please pay the fee. } }
      poem:
        sample:
          messages: [{ role: user, content: { type: text, text: Write a farewell. } }]
          systemPrompt: You are a poet.
          maxTokens: 12345
          temperature: 0.7
          stopSequences: [The end]
          modelPreferences: { hints: [{ name: bard }] }
      folders: { roots: {}, otherwise: skip }
    composition: { pipeline_position: any, stateful: true, parallelizable: false }
  - name: reopen_ticket
    description: Opens a closed ticket again.
    inputSchema:
      type: object
      properties: { closedId: { type: string, maxLength: 13 } }
      required: [closedId]
      additionalProperties: false
    outputSchema: { $ref: "#/schemas/Ticket" }
    semantics: { side_effects: [], idempotent: true }
resources:
  - name: desk rules
    uri: desk://rules
    title: Rules of the house
    description: What everybody keeps to.
    mimeType: text/markdown
    size: 123456
    annotations: { audience: [user, assistant], priority: 0.25, lastModified: "2026-01-02T03:04:05Z" }
    cache: { ttlMs: 90000, cacheScope: public }
    subscribable: true
    scopes: [desk:rules]
  - { name: minutes, uri: "desk://minutes" }
resourceTemplates:
  - name: letter
    uriTemplate: desk://letters/{year}/{pages*}{?copy}
    title: A letter
    description: One letter that came in.
    mimeType: text/plain
    list: true
    scopes: [desk:letters]
    variables:
      year: { description: When it came., complete: ["2025", "2026"] }
      pages: { complete: handler }
prompts:
  - name: write back
    title: Answer a letter
    description: Writes an answer to a letter.
    scopes: [desk:write]
    arguments:
      - { name: letter, title: The letter, description: Which letter., required: true, complete: handler }
      - { name: tone, complete: [kind, curt] }
    ask:
      anger: { elicit: { message: How angry are you?, requestedSchema: { type: object, properties: { degree: { type: integer } } } } }
workflows:
  - id: settle
    name: Settle a matter
    description: Looks a ticket up and closes it.
    expose: tool
    inputSchema:
      type: object
      properties: { ticketId: { type: string, maxLength: 13 }, why: { type: string, maxLength: 100 } }
      required: [ticketId]
      additionalProperties: false
    outputSchema:
      type: object
      properties: { state: { type: string, maxLength: 10 } }
      required: [state]
      additionalProperties: false
    steps:
      - id: look
        tool: get_ticket
        inputs: [{ from: input/ticketId, to: /ticketId }]
        outputs: [{ from: /id, to: found_id }]
        retry_policy:
          { max_attempts: 3, backoff_strategy: linear, initial_delay_ms: 150, max_delay_ms: 2500, retry_on: [timeout] }
        timeout_ms: 4000
      - id: close
        tool: close_ticket
        inputs: [{ from: found_id, to: /closedId }, { from: input/why, to: /reason, default: no reason }]
        conditions:
          - { type: value_based, parameters: { from: look/status, matches: { const: open } } }
          - { type: time_based, parameters: { after: "08:00", before: "18:00", days: [mon], time_zone: Europe/Vienna } }
          - { type: approval_required, parameters: { message: Really close it? } }
        error_handling: { strategy: rollback }
      - id: again
        tool: get_ticket
        after: [close]
        inputs: [{ from: input/ticketId, to: /ticketId }]
        error_handling: { strategy: fallback, tool: get_ticket, inputs: [{ value: TCK-77, to: /ticketId }] }
    outputs: [{ from: again/status, to: /state, default: unknown }]
    rollback_strategy:
      compensations: [{ step: close, tool: reopen_ticket, inputs: [{ from: close/id, to: /closedId }] }]
      on_failure: stop
`;

export const fullConfig = `
mcpgen: 1
server: { name: desk, version: 1.0.0 }
lint: { ruleset: none }
pageSize: 250
protocol: { deprecated: [sampling, roots], listChanged: [resources] }
caching: { tools/list: { ttlMs: 3600000, cacheScope: private }, resources/read: { ttlMs: 250 } }
authorization:
  authorizationServers: [https://login.example.com]
  scopes:
    desk:use: Come in.
    desk:close: Close tickets.
    desk:rules: See the rules.
    desk:letters: Read letters.
    desk:write: Write letters.
  required: [desk:use]
  resourceName: The desk itself
  documentation: https://example.com/access
environment: { DESK_KEY: { description: Opens the desk., secret: true } }
`;
