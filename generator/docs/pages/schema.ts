/** The page of a schema. */
import { schemaValue, type Examples } from "../../examples/index.js";
import type { NamedSchema } from "../../model/types/index.js";
import type { Link } from "../places/index.js";
import { factsOf } from "../shapes/facts.js";
import { described, type PropertyTools, rootMembers } from "../shapes/properties.js";
import { MOST_VALUES } from "./operation.js";
import { jsonText } from "./responses.js";
import { plainText, typeText } from "../shapes/type-text.js";
import type { SchemaPage } from "./types.js";
import type { Usage } from "./usage.js";

export interface SchemaTools extends PropertyTools {
  readonly examples: Examples;
  readonly usage: (key: string) => Usage;
}

export function schemaPage(
  tools: SchemaTools,
  { key, shape }: NamedSchema,
  link: Link,
): SchemaPage {
  const members = rootMembers(tools, shape, "property");
  const example = shape.example ?? schemaValue(tools.examples, key, MOST_VALUES);
  const type = typeText(tools.links, shape);
  return {
    kind: "schema",
    link,
    key,
    ...described(shape),
    deprecated: shape.deprecated === true,
    type: plainText(type) === "object" ? [] : type,
    ...factsOf(shape),
    members,
    ...(example === undefined || example === null ? {} : { example: jsonText(example) }),
    ...tools.usage(key),
  };
}
