import type { Dialect, ResourceRule } from "../../generator/config/index.js";
import { createReporter, type Diagnostic } from "../../generator/support/diagnostic.js";
import { buildModel } from "../../generator/model/index.js";
import { readOutput } from "../../generator/model/output/output.js";
import type { Model, Operation, Shape } from "../../generator/model/types/index.js";
import type { OpenApiDocument } from "../../generator/openapi/index.js";

/** A document with only what a test is about, as plain data. 3.1 unless it says otherwise. */
export interface Part {
  readonly openapi?: string;
  readonly servers?: readonly object[];
  readonly paths?: object;
  readonly webhooks?: object;
  readonly components?: { readonly schemas?: object };
  readonly "x-unfold-resources"?: object;
}

export interface Modelled {
  readonly model: Model;
  readonly warnings: readonly Diagnostic[];
}

export function modelOf(part: Part, dialect?: Dialect, resources: ResourceRule = "none"): Modelled {
  const reporter = createReporter(false);
  // `load` proves the shapes of what is read from disk; a test's data is right by its author's word.
  const document = { openapi: "3.1.0", ...part } as OpenApiDocument;
  const locate = (pointer: string) => ({ file: "test.yaml", pointer });
  const reserved = { types: new Set<string>(), members: new Set<string>() };
  const project = { name: "", document: "", output: "", resources };
  const output = readOutput(dialect === undefined ? project : { ...project, dialect }, {
    folder: undefined,
    dependencies: {},
    readme: undefined,
  });
  const context = { document, output, dialect, reserved, reporter, locate, resources };
  return { model: buildModel(context), warnings: reporter.warnings };
}

/** The shape of the one schema `X`. */
export function shapeOf(schema: object, part: Part = {}, dialect?: Dialect): Shape | undefined {
  const schemas = { ...part.components?.schemas, X: schema };
  const { model } = modelOf({ ...part, components: { schemas } }, dialect);
  return model.schemas.find(({ key }) => key === "X")?.shape;
}

/** The one operation `GET /x`, or of another method and path. */
export function operationOf(
  operation: object,
  { method = "get", path = "/x", ...part }: Part & { method?: string; path?: string } = {},
  dialect?: Dialect,
): Operation | undefined {
  const paths = { [path]: { [method]: operation } };
  return modelOf({ ...part, paths }, dialect).model.operations[0];
}
