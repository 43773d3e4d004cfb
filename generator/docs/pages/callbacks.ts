/** Requests that the API makes of its users. */
import type { DocumentedRequest, IncomingRequest } from "../../model/types/index.js";
import { rootMembers, type PropertyTools } from "../shapes/properties.js";
import type { CallbackSection } from "./types.js";

export function callbackSections(
  tools: PropertyTools,
  requests: readonly IncomingRequest[],
  documented: readonly DocumentedRequest[],
): CallbackSection[] {
  return requests.map(({ name, shape }, n) => {
    const [own] = documented.filter((one) => one.name === name);
    const { method = "POST", expression, summary, description } = own ?? {};
    return {
      name,
      method,
      ...(expression === undefined ? {} : { expression }),
      ...(summary === undefined ? {} : { summary }),
      ...(description === undefined ? {} : { description }),
      members: rootMembers(tools, shape, `callback.${n + 1}`),
    };
  });
}
