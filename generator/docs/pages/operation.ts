/** The page of an operation. */
import { responseValue, type Examples } from "../../examples/index.js";
import type { DocumentedOperation, Operation, Shape } from "../../model/types/index.js";
import type { Group, OperationLink, Places } from "../places/index.js";
import type { Sample } from "../samples/index.js";
import { callbackSections } from "./callbacks.js";
import { expandSection } from "../shapes/expand.js";
import { propertiesOf, type PropertyTools, property } from "../shapes/properties.js";
import { bodySection, parameterShapes } from "./request.js";
import { jsonText, responseSections, returnsOf } from "./responses.js";
import { requirementTexts, serverTexts } from "./security.js";
import type { OperationPage, ParameterGroup } from "./types.js";

export interface OperationTools extends PropertyTools {
  readonly places: Places;
  readonly examples: Examples;
  readonly samples: (operation: Operation) => readonly Sample[];
}

/** Values of a sample response. */
export const MOST_VALUES = 400;

const NOTHING: DocumentedOperation = {
  parameters: new Map(),
  responses: [],
  callbacks: [],
  servers: [],
};

export function operationPage(
  tools: OperationTools,
  operation: Operation,
  { link, group }: { readonly link: OperationLink; readonly group: Group },
): OperationPage {
  const { model, links, examples } = tools;
  const { documentation } = model;
  const documented = documentation?.operations.get(operation.name) ?? NOTHING;
  const body = bodySection(tools, operation, documented.body);
  const expand = expandSection(model, links, operation);
  const shown = responseValue(examples, `${operation.method} ${operation.path}`, MOST_VALUES);
  const { summary, description } = operation;
  const { externalDocs } = documented;
  return {
    kind: "operation",
    link,
    group,
    operationId: operation.operationId,
    functionName: operation.name,
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
    servers: serverTexts(documented.servers),
    security: requirementTexts(documented.requires ?? documentation?.requires),
    ...(externalDocs === undefined ? {} : { externalDocs }),
    parameters: parameterGroups(tools, operation),
    ...(body === undefined ? {} : { body }),
    returns: returnsOf(links, operation),
    responses: responseSections(tools, documented.responses),
    ...(expand === undefined ? {} : { expand }),
    callbacks: callbackSections(tools, operation.callbacks ?? [], documented.callbacks),
    samples: tools.samples(operation),
    ...(shown === undefined ? {} : { sampleResponse: jsonText(shown) }),
  };
}

/** By place, in the order in which a URL and a request have them. */
function parameterGroups(tools: OperationTools, operation: Operation): ParameterGroup[] {
  const path = operation.pathParameters.map(({ name, shape }) =>
    property(tools, name, shape, { anchor: "path", depth: 0, required: true }),
  );
  const shapes = parameterShapes(operation);
  const others = (["query", "header", "cookie"] as const).map((place) => {
    const shape: Shape = shapes[place] ?? {};
    return { place, properties: propertiesOf(tools, shape, place) };
  });
  const groups: ParameterGroup[] = [{ place: "path", properties: path }, ...others];
  return groups.filter(({ properties }) => properties.length > 0);
}
