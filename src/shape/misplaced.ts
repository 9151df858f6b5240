const toolMembers = new Set([
  ...['name', 'title', 'description', 'inputSchema', 'outputSchema', 'annotations', 'icons'],
]);

/** Members of a whole `tools/list` answer, that of JSON-RPC first. */
const answerMembers = new Set(['jsonrpc', 'id', 'result', 'nextCursor', 'ttlMs', 'cacheScope', '_meta']);

/** What to do with a key at the top of a manifest that belongs elsewhere. */
export function misplacedHelp(key: string): string | undefined {
  if (toolMembers.has(key)) return 'a tool is an entry of the list `tools`: `tools: [{ name: create_ticket, ... }]`';
  if (answerMembers.has(key)) return '`mcpgen import <file>` brings a whole answer to `tools/list` over';
  return undefined;
}

/** Of several keys at the top of a manifest that are misplaced for one reason, the first one says it. */
export function isMisplacedAgain(key: string, earlier: readonly string[]): boolean {
  const help = misplacedHelp(key);
  return help !== undefined && earlier.some((each) => misplacedHelp(each) === help);
}
