import type { Reporter } from "../../support/diagnostic.js";
import { escapeToken, formatPointer } from "../../openapi/pointer.js";
import { type JsonObject, nodeAt, setMember } from "../parse/json-value.js";
import type { Base, Problem } from "./library.js";
import type { Origins } from "../places/origins.js";
import type { Request } from "./request.js";

/**
 * The references in a discriminator's mapping. What cannot be resolved is removed with a warning:
 * the schema is still of use without it.
 * Source: OpenAPI 3.1.1, Discriminator Object: a value is the name of a schema, or a reference.
 * @param path leads to the mapping
 * @param bases in whose components a name is looked for, in order
 */
export function mappingRequests(
  mapping: JsonObject,
  path: readonly string[],
  bases: readonly [Base, ...Base[]],
  origins: Origins,
  reporter: Reporter,
): Request[] {
  return Object.entries(mapping).flatMap(([key, value]) => {
    if (typeof value !== "string") return [];
    const tokens = [...path, key];
    const fail = ({ message, hint }: Problem): void => {
      const lead = `the discriminator maps ${JSON.stringify(key)} to nothing`;
      reporter.warn({
        code: "unresolvable-mapping",
        message: `${lead}: ${message}`,
        location: origins.locate(tokens),
        hint,
      });
      delete mapping[key];
    };
    const settle = (place: readonly string[]): void => {
      setMember(mapping, key, `#${formatPointer(place)}`);
    };
    const reference = referenceOf(value, bases);
    const request = { kind: "schema", tokens, settle, fail, mayFail: true } as const;
    if (reference !== undefined) return [{ ...request, ...reference }];
    fail({ ...NO_SCHEMA, message: `there is no schema ${JSON.stringify(value)}` });
    return [];
  });
}

function referenceOf(
  value: string,
  bases: readonly [Base, ...Base[]],
): { ref: string; base: Base } | undefined {
  for (const { file } of bases) {
    if (nodeAt(file.root, ["components", "schemas", value]) === undefined) continue;
    const pointer = `/components/schemas/${encodeURIComponent(escapeToken(value))}`;
    return { ref: `#${pointer}`, base: { file, uri: file.url } };
  }
  const isName = /^[\w.-]+$/.test(value) && !/\.(?:json|ya?ml)$/i.test(value);
  return isName ? undefined : { ref: value, base: bases[0] };
}

const NO_SCHEMA = {
  code: "unresolvable-mapping",
  hint: "Map to the name of a schema in components, or to a reference",
};
