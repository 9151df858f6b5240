/** A contract with every field of the specification's section on tool discovery; each value occurs once, so that it can be found again. */
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
    dependencies: [{ type: tool, name: get_ticket }]
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
environment: { DESK_KEY: { description: Opens the desk., secret: true } }
`;
