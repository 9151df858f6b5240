import type { JsonSchema202012ToolHandler } from '../../generated/server/handler.js';

export const tool = 'json_schema_2020_12_tool';

const jsonSchema202012ToolHandler: JsonSchema202012ToolHandler = (input) =>
  `JSON Schema 2020-12 tool called with: ${JSON.stringify(input)}`;

export default jsonSchema202012ToolHandler;
