import type { Fetch } from "../../runtime/client.js";
import type { HttpAgent } from "../../runtime/node/modules.js";
import { nodeWire } from "../../runtime/node/wire.js";
import { toResponse } from "../../runtime/response/incoming.js";

/** The options and functions that ask for `node:http`. */
const ASKED = "httpAgent, createNodeHttpClient";

/** @throws {TypeError} where there is no `node:http`, or the agent is not one */
export function checkAgent(agent: HttpAgent): void {
  nodeWire(agent, agent && "addRequest" in agent ? ASKED : "httpAgent");
}

/**
 * A `fetch` over `node:http` and `node:https`.
 *
 * @param agent - default: one whose connections stay open
 * @throws {TypeError} where there is no `node:http`, or the agent is not one
 */
export function nodeFetch(agent?: HttpAgent | null): Fetch {
  const wire = nodeWire(agent, ASKED);
  return async (input, init) => {
    const request = new Request(input, init);
    const { method, headers, signal } = request;
    const parts = { method, headers, signal, body: init?.body ?? null, repeatable: false };
    const response = await wire?.(request, parts);
    return toResponse(response ?? Response.error());
  };
}
