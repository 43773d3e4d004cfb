/** What a request holds besides its path. */
import type { DocumentedBody, Operation, Shape } from "../../model/types/index.js";
import { rootMembers, type PropertyTools } from "../shapes/properties.js";
import { exampleTexts } from "./responses.js";
import { typeText } from "../shapes/type-text.js";
import type { BodySection, Content } from "./types.js";

export type ParameterPlace = "query" | "header" | "cookie";

/** The shapes of the query, the headers and the cookies. */
export function parameterShapes({ params }: Operation): Partial<Record<ParameterPlace, Shape>> {
  if (params === undefined) return {};
  const { placement, shape } = params;
  if (placement === "query") return { query: shape };
  if (placement === "body") return {};
  const groups = new Map(Object.entries(shape.properties ?? {}));
  const found = (["query", "header", "cookie"] as const).flatMap((place) => {
    const own = groups.get(place);
    return own === undefined ? [] : [[place, own] as const];
  });
  return Object.fromEntries(found);
}

export function bodySection(
  tools: PropertyTools,
  { params }: Operation,
  documented: DocumentedBody | undefined,
): BodySection | undefined {
  if (params?.body === undefined) return undefined;
  const shape =
    params.placement === "body"
      ? params.shape
      : new Map(Object.entries(params.shape.properties ?? {})).get("body");
  const contents = params.bodies?.contents ?? [{ body: params.body, shape: shape ?? {} }];
  const description = documented?.description;
  return {
    required: documented?.required === true,
    ...(description === undefined || description === "" ? {} : { description }),
    contents: contents.map(({ body, shape: own }, n): Content => ({
      mediaType: body.mediaType,
      type: typeText(tools.links, own),
      members: rootMembers(tools, own, n === 0 ? "body" : `body.${n + 1}`),
      examples: exampleTexts(documented?.examples.get(body.mediaType) ?? []),
    })),
  };
}
