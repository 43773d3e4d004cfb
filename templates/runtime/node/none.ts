import type { nodeWire as onNode } from "./wire.js";

/**
 * Stands in bundles for browsers where `wire.js` would: the package says so in `browser`.
 *
 * @throws {TypeError} where an option asks for it
 */
export const nodeWire: typeof onNode = (agent, asked = agent && "agent") => {
  if (asked) throw new TypeError(`${asked}: no node:http here, use fetch`);
  return undefined;
};
