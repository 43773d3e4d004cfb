import type { Dialect } from "../../generator/config.js";
import { createReporter, type Diagnostic } from "../../generator/diagnostic.js";
import { buildModel } from "../../generator/model/index.js";
import type { Model, Operation, Shape } from "../../generator/model/types.js";
import type { OpenApiDocument } from "../../generator/openapi.js";

/** A document with only what a test is about. */
export type Part = Omit<Partial<OpenApiDocument>, "openapi"> & { openapi?: string };

export interface Modelled {
  readonly model: Model;
  readonly warnings: readonly Diagnostic[];
}

export function modelOf(part: Part, dialect?: Dialect): Modelled {
  const reporter = createReporter(false);
  const document: OpenApiDocument = { openapi: "3.1.0", ...part };
  const locate = (pointer: string) => ({ file: "test.yaml", pointer });
  return {
    model: buildModel({ document, dialect, reporter, locate }),
    warnings: reporter.warnings,
  };
}

/** The shape of the one schema `X`. */
export function shapeOf(schema: object, part: Part = {}, dialect?: Dialect): Shape | undefined {
  const schemas = { ...part.components?.schemas, X: schema };
  const { model } = modelOf({ ...part, components: { ...part.components, schemas } }, dialect);
  return model.schemas.find(({ key }) => key === "X")?.shape;
}

/** The one operation `GET /x`, or of another method and path. */
export function operationOf(
  operation: object,
  { method = "get", path = "/x", ...part }: Part & { method?: string; path?: string } = {},
  dialect?: Dialect,
): Operation | undefined {
  return modelOf({ ...part, paths: { [path]: { [method]: operation } } }, dialect).model
    .operations[0];
}
