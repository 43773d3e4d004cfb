/** Requests that the API makes of its users. */
import type { DocumentedRequest, IncomingRequest, Shape } from "../../model/types/index.js";
import { rootMembers, type PropertyTools } from "../shapes/properties.js";
import type { CallbackSection } from "./types.js";

export function callbackSections(
  tools: PropertyTools,
  requests: readonly IncomingRequest[],
  documented: readonly DocumentedRequest[],
): CallbackSection[] {
  const left = [...documented];
  return requests
    .flatMap(({ name, shape }) => (shape.anyOf ?? [shape]).map((one) => ({ name, shape: one })))
    .map(({ name, shape }, n) => {
      const method = methodOf(shape);
      const at = left.findIndex((one) => one.name === name && one.method === method);
      const [own] = at === -1 ? [] : left.splice(at, 1);
      const { expression, summary, description, deprecated = false } = own ?? {};
      return {
        name,
        method,
        deprecated,
        ...(expression === undefined ? {} : { expression }),
        ...(summary === undefined ? {} : { summary }),
        ...(description === undefined ? {} : { description }),
        members: rootMembers(tools, withoutMethod(shape), `callback.${n + 1}`),
      };
    });
}

function methodOf({ properties = {} }: Shape): string {
  const [method] = properties["method"]?.enum ?? [];
  return typeof method === "string" ? method : "POST";
}

/** The method stands beside the URL. */
function withoutMethod(shape: Shape): Shape {
  const { method: _, ...properties } = shape.properties ?? {};
  return { ...shape, properties };
}
