// Copied by mcpgen from its tested runtime. Do not edit.

import type { McpServer, ServerContext } from '@modelcontextprotocol/server';
import { memberOf } from './json.js';
import type { BoundTool } from './register.js';
import type { CreateServer } from './server.js';

/** Registers the tools of one connection, each when it is first called. */
export interface CalledTools {
  /** Put around what makes the server: whatever guards handlers is to come later, and so to be asked first. */
  readonly around: (create: CreateServer) => CreateServer;
  /** Registers the first tool, which brings the handler of `tools/call` along, through all guards. */
  readonly begin: (mcp: McpServer) => void;
}

/**
 * Of a thousand tools a client calls a few, and to register all of them takes longer than whatever else there is to do before the first
 * answer. Lists are served without the SDK, so nobody sees the difference.
 */
export function registerWhenCalled(tools: ReadonlyMap<unknown, BoundTool>): CalledTools {
  const registered = new Set<BoundTool>();
  const register = (mcp: McpServer, tool: BoundTool | undefined): void => {
    if (tool === undefined || registered.has(tool)) return;
    registered.add(tool);
    // The SDK would tell the client of a server that is connected that its list of tools has changed. It has not.
    const { sendToolListChanged } = mcp;
    mcp.sendToolListChanged = () => undefined;
    tool.register(mcp);
    mcp.sendToolListChanged = sendToolListChanged;
  };
  return {
    around:
      (create) =>
      (info, { capabilities = {}, ...options }) => {
        const mcp = create(info, options);
        const { server } = mcp;
        server.setRequestHandler = new Proxy(server.setRequestHandler, {
          apply: (set, self, args: unknown[]) => {
            const handler = args.at(-1);
            if (args[0] !== 'tools/call' || typeof handler !== 'function') return Reflect.apply(set, self, args);
            const prepared = (request: unknown, ctx: ServerContext): unknown => {
              register(mcp, tools.get(memberOf(memberOf(request, 'params'), 'name')));
              return handler(request, ctx);
            };
            return Reflect.apply(set, self, [...args.slice(0, -1), prepared]);
          },
        });
        // Only now, since capabilities bring handlers along.
        server.registerCapabilities(capabilities);
        return mcp;
      },
    begin: (mcp) => {
      const [first] = tools.values();
      register(mcp, first);
    },
  };
}
