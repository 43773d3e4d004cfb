/** The params and the answer of each operation as types: read off its function, they would cost the compiler far more. */
import { answerShapes } from "../../model/types/response-shapes.js";
import type { Answer, Model } from "../../model/types/index.js";
import type { Symbols } from "../../symbols/index.js";
import { contentType } from "../operations/response.js";
import type { Docs } from "../code/docs.js";
import { propertyKey, stringLiteral } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { Imports, type Rendered } from "../code/imports.js";
import { block, type Entry, textModule } from "../code/layout.js";
import { importedNames, namesIn, type SchemaNames } from "../names/names.js";
import type { OperationWriter } from "../operations/operations.js";
import type { EmitSettings } from "../names/settings.js";
import { isPlain, typeEntry } from "../code/type-text.js";
import { createTypePrinter } from "../types/types.js";

const PATH = "testing/functions";

interface FunctionsSlice {
  readonly docs: Docs;
  readonly dialect: string | undefined;
  readonly lists: string;
  readonly operations: readonly Outline[];
  readonly names: SchemaNames;
}

interface Outline {
  /** `GET /v1/charges` */
  readonly key: string;
  readonly answer: Answer;
  readonly params?: { readonly name: string; readonly module: string; readonly required: boolean };
  readonly expand: boolean;
}

export function emitFunctions(
  { operations, schemas }: Model,
  { docs, dialect, lists }: EmitSettings,
): ModuleDescription {
  const all = new Map(schemas.map((schema) => [schema.key, schema]));
  // What is inside of params is not needed here, and is most of an operation.
  const outlines = operations.map(({ method, path, module, params, answer }): Outline => ({
    key: `${method} ${path}`,
    answer,
    ...(params === undefined
      ? {}
      : { params: { name: params.name, module, required: params.required } }),
    expand: params?.expand === true,
  }));
  const names = namesIn(operations.flatMap(answerShapes), all);
  return describe(PATH, { docs, dialect, lists, operations: outlines, names }, render);
}

function render(slice: FunctionsSlice, symbols: Symbols): Rendered {
  const { docs, dialect, lists, operations, names } = slice;
  const imports = new Imports(PATH, symbols, ["Operations"]);
  const printer = createTypePrinter(importedNames(names, imports, lists), docs);
  const writer = { imports, printer, docs, dialect, lists };
  let formatted = true;
  const members = operations.map((operation): Entry => {
    const answer = answerText(writer, operation);
    formatted &&= isPlain(answer);
    return {
      head: `${propertyKey(operation.key)}: `,
      members: [paramsText(writer, operation), answerEntry(answer)],
    };
  });
  const lines = block({ head: "export interface Operations ", members }, ";");
  const text = ["/** What each operation takes and answers, by method and path. */", ...lines].join(
    "\n",
  );
  return textModule(imports, [text], formatted);
}

function paramsText({ imports }: OperationWriter, { params }: Outline): string {
  if (params === undefined) return "params?: undefined";
  const name = imports.type(params.name, `operations/${params.module}`);
  return `params${params.required ? "" : "?"}: ${name}`;
}

/** `Expand<"account" | "card", string>` has two arguments, of which the first may be long. */
function answerEntry(answer: string): Entry {
  const [, roots] = /^Expand<(.*), string>$/.exec(answer) ?? [];
  if (roots === undefined) return typeEntry("answer: ", answer);
  return { head: "answer: Expand", generic: [roots.split(" | "), ["string"]] };
}

/** The plain answer, in which everything may be expanded. */
function answerText(writer: OperationWriter, { answer, expand }: Outline): string {
  const { imports, printer, lists } = writer;
  const expanded = (roots: readonly string[]): string | undefined =>
    expand
      ? `${imports.symbol("Expand")}<${roots.map(stringLiteral).join(" | ")}, string>`
      : undefined;
  switch (answer.kind) {
    case "json": {
      const type = expanded(answer.roots) ?? printer.type(answer.shape);
      return answer.mayBeEmpty ? `${type} | undefined` : type;
    }
    case "page": {
      const list = imports.symbol(`${lists}#${answer.list.type}`);
      return `${list}<${expanded(answer.roots) ?? printer.type(answer.item)}>`;
    }
    default:
      return contentType(writer, answer);
  }
}
