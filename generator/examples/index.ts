/** Model → examples of what its operations respond with. */
import type { OperationResponse, Model, Operation } from "../model/types/index.js";
import { member } from "../openapi/pointer.js";
import { idIn, namesOfIds } from "./ids.js";
import { containerTemplate } from "./objects.js";
import { createTemplates, type Templates } from "./templates.js";
import type { ExampleRules, Examples, ResponseExample } from "./types.js";

export type { ExampleRules, Examples, ResponseExample, Template } from "./types.js";
export { responseValue, schemaValue } from "./value.js";

/** Examples of every operation, and of the schemas that they respond with. */
export function readExamples(model: Model, rules: ExampleRules = model.output.examples): Examples {
  const templates = createTemplates(model, rules);
  const all = model.operations.map((operation) => {
    return { operation, response: readExample(templates, operation) };
  });
  const names = namesOfIds(all);
  const responses = all.map((one): [string, ResponseExample] => {
    const id = idIn(one, names);
    return [keyOf(one.operation), { ...one.response, ...(id === undefined ? {} : { id }) }];
  });
  return { rules, schemas: templates.finish(), responses: new Map(responses) };
}

/** `GET /v1/charges` */
export function keyOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

/** Of several media types, the first. */
function readExample(templates: Templates, operation: Operation): ResponseExample {
  const { response, accept } = operation;
  const [first] = response.kind === "mixed" ? response.contents : [];
  const mediaType = first?.mediaType ?? accept;
  const isSaid = mediaType === undefined || /^application\/json$|\*/.test(mediaType);
  return {
    ...contentExample(templates, first?.response ?? response, operation),
    ...(isSaid ? {} : { mediaType }),
  };
}

function contentExample(
  templates: Templates,
  response: OperationResponse,
  { operationId, path }: Operation,
): ResponseExample {
  const { example } = "example" in response ? response : {};
  const place = { name: "", key: operationId, shown: example };
  const shown = example === undefined ? {} : { shown: example };
  switch (response.kind) {
    case "json":
      return { template: templates.template(response.shape, place), ...shown };
    case "page":
      return {
        template: containerTemplate(templates, { ...response, items: response.list.items }, place),
        page: addressOf(response, path),
        ...shown,
      };
    case "lines":
    case "sequence":
      return { template: templates.template(response.item, place) };
    default:
      return {};
  }
}

/** The property of a page that says where it is, where that may say that it is here. */
function addressOf({ list: { url }, container }: Page, path: string): { readonly url?: string } {
  const property = url === undefined ? undefined : member(container.properties, url);
  if (url === undefined || property === undefined) return {};
  const pattern = member(member(property, "limits"), "pattern");
  const isHere =
    typeof pattern !== "string" || new RegExp(pattern, "u").test(path.replaceAll(/[{}]/g, ""));
  return isHere ? { url } : {};
}

type Page = Extract<OperationResponse, { kind: "page" }>;
