/** The params and the response of each operation as types: read off its function, they would cost the compiler far more. */
import { laidOut, moduleOf, type Rendered } from "../code/module.js";
import type { Model, OperationResponse } from "../../model/types/index.js";
import { responseShapes } from "../../model/types/response-shapes.js";
import type { Symbols } from "../../symbols/index.js";
import { propertyKey, stringLiteral } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";

import { block, type Entry, generic } from "../code/layout.js";

import { isPlain, typeEntry } from "../code/type-text.js";
import {
  openModule,
  typedSlice,
  type ModuleWriter,
  type TypedSlice,
} from "../names/open-module.js";
import { contentType } from "../operations/response.js";

const PATH = "testing/functions";

interface FunctionsSlice extends TypedSlice {
  readonly operations: readonly Outline[];
}

interface Outline {
  /** `GET /v1/charges` */
  readonly key: string;
  readonly response: OperationResponse;
  readonly params?: { readonly name: string; readonly module: string; readonly required: boolean };
  readonly expand: boolean;
}

export function emitFunctions(model: Model): ModuleDescription {
  const { operations } = model;
  // What is inside of params is not needed here, and is most of an operation.
  const outlines = operations.map(({ method, path, module, params, response }): Outline => ({
    key: `${method} ${path}`,
    response,
    ...(params === undefined
      ? {}
      : { params: { name: params.name, module, required: params.required } }),
    expand: params?.expand === true,
  }));
  const slice = typedSlice(model, PATH, operations.flatMap(responseShapes));
  return describe(PATH, { ...slice, operations: outlines }, render);
}

function render(slice: FunctionsSlice, symbols: Symbols): Rendered {
  const writer = openModule(slice, symbols, ["Operations"]);
  let formatted = true;
  const members = slice.operations.map((operation): Entry => {
    const response = responseText(writer, operation);
    formatted &&= isPlain(response);
    return {
      head: `${propertyKey(operation.key)}: `,
      members: [paramsText(writer, operation), responseEntry(response)],
    };
  });
  const lines = block({ head: "export interface Operations ", members }, ";");
  const text = ["/** What each operation takes and returns, by method and path. */", ...lines].join(
    "\n",
  );
  return moduleOf(writer.imports, [laidOut(text, formatted)]);
}

function paramsText({ imports }: ModuleWriter, { params }: Outline): string {
  if (params === undefined) return "params?: undefined";
  const name = imports.type(params.name, `operations/${params.module}`);
  return `params${params.required ? "" : "?"}: ${name}`;
}

/** `Expand<"account" | "card", string>` has two arguments, of which the first may be long. */
function responseEntry(response: string): Entry {
  const [, roots] = /^Expand<(.*), string>$/.exec(response) ?? [];
  if (roots === undefined) return typeEntry("response: ", response);
  return generic("response: Expand", roots.split(" | "), ["string"]);
}

/** The plain response, in which everything may be expanded. */
function responseText(writer: ModuleWriter, { response, expand }: Outline): string {
  const { imports, printer, lists } = writer;
  const expanded = (roots: readonly string[]): string | undefined =>
    expand
      ? `${imports.symbol("Expand")}<${roots.map(stringLiteral).join(" | ")}, string>`
      : undefined;
  switch (response.kind) {
    case "json": {
      const one = expanded(response.roots);
      const array = response.isArray === true ? "[]" : "";
      const type = one === undefined ? printer.type(response.shape) : one + array;
      return response.mayBeEmpty ? `${type} | undefined` : type;
    }
    case "page": {
      const list = imports.symbol(`${lists}#${response.list.type}`);
      return `${list}<${expanded(response.roots) ?? printer.type(response.item)}>`;
    }
    default:
      return contentType(writer, response);
  }
}
