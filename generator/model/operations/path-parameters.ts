/** The variables of a path template, in its order (OpenAPI 3, "Path Templating"). */
import { type ModelContext, warn } from "../context/index.js";
import { NameRegistry, parameterName } from "../names/identifiers.js";
import { type FoundParameter, parameterShape, parameterStyle } from "./parameters.js";
import type { OperationTools, DocumentOperation } from "../api/document-operation.js";
import { presentSchema } from "./present.js";
import type { PathParameter } from "../types/index.js";

/** Names that the emitted function's own parameters have. */
const TAKEN = ["client", "params", "options"];

export function readPathParameters(
  context: ModelContext,
  { input }: OperationTools,
  place: DocumentOperation,
  found: readonly FoundParameter[],
): PathParameter[] {
  const identifiers = new NameRegistry(TAKEN);
  const names = new Set(Array.from(place.path.matchAll(/\{([^{}]+)\}/g), ([, name]) => name ?? ""));
  for (const { parameter, pointer } of found) {
    if (parameter.in === "path" && !names.has(parameter.name)) {
      warnUnused(context, place, parameter.name, pointer);
    }
  }
  return Array.from(names, (name) => {
    const identifier = identifiers.claim(parameterName(name));
    const declared = found.find(
      ({ parameter }) => parameter.in === "path" && parameter.name === name,
    );
    if (declared === undefined) {
      warnUndeclared(context, place, name);
      return { name, identifier, shape: { type: "string" }, style: "simple", explode: false };
    }
    return {
      name,
      identifier,
      shape: parameterShape(input, present(context, declared)),
      ...parameterStyle(declared.parameter),
    };
  });
}

/** The parameter with the type of a value that is there. By `content`, null is a value like others. */
function present({ document }: ModelContext, found: FoundParameter): FoundParameter {
  const { parameter } = found;
  if (parameter.schema === undefined) return found;
  return {
    ...found,
    parameter: { ...parameter, schema: presentSchema(document, parameter.schema) },
  };
}

function warnUnused(
  context: ModelContext,
  place: DocumentOperation,
  name: string,
  pointer: string,
): void {
  warn(context, {
    code: "unused-path-parameter",
    message: `the path ${place.path} has no {${name}}`,
    pointer,
    hint: "The parameter is left out. Put it into the path, or say another place with `in`.",
  });
}

function warnUndeclared(context: ModelContext, place: DocumentOperation, name: string): void {
  warn(context, {
    code: "undeclared-path-parameter",
    message: `the path parameter {${name}} is not declared`,
    pointer: place.pointer,
    hint: "Add it to the operation's parameters; until then it is taken as a string.",
  });
}
