/** `testing`: what the copied templates need to respond from the document, as finished text. */
import { moduleOf } from "../code/module.js";
import type {
  NotedOperation,
  Template,
  TestOperation,
  ValueKind,
} from "../../../templates/testing/document/data.js";
import type { Examples } from "../../examples/index.js";
import { schemasByKey } from "../../model/types/by-key.js";
import type { Model, Output } from "../../model/types/index.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { Imports } from "../code/imports.js";
import { literal } from "../code/literal.js";

import { emitFunctions } from "./functions.js";
import { kindOf, referredKinds } from "./kinds.js";
import { notation } from "./notation.js";
import { queryKeys, testOperations } from "./operations.js";
import { shareValues, type NamedKind, type SharedValues } from "./values.js";

/** Module of the entry point, one of the templates. */
export const TESTING = "testing/index";

/** Puts the data in the place of the templates' own examples of it. */
export function emitTesting(model: Model, examples: Examples | undefined): ModuleDescription[] {
  const { nested, expansion, container } = model.output;
  if (examples === undefined) return [];
  const { id } = examples.rules;
  const operations = testOperations(model, examples);
  const own = operations.flatMap(([place, operation]) =>
    kindsOf(operation).map((kind): NamedKind => [place, kind]),
  );
  const named = namedKinds(model, own);
  const values = shareValues([...own, ...named]);
  const kinds = named.map(([key, kind]): NamedKind => [key, values.share(kind)]);
  const servers = model.operations.map(({ server = model.api.server }) => pathOf(server));
  const { depth } = expansion ?? {};
  const keys = queryKeys(model);
  const document = {
    nested,
    bases: [...new Set(servers)],
    ...(keys.length === 0 ? {} : { keys }),
    ...(depth === undefined ? {} : { depth }),
    ...(isSkipped(model.output) ? { skipped: container?.items } : {}),
    ...(id === "id" ? {} : { id }),
  };
  return [
    emitFunctions(model),
    constant("document", "TestDocument", document),
    constant(
      "operations",
      "TestOperations",
      Object.fromEntries(operations.map(([key, one]) => [key, noted(one, values)])),
    ),
    constant("examples", "Templates", notations(examples.schemas)),
    constant("kinds", "Kinds", notations(kinds)),
    constant("values", "Kinds", notations(values.table)),
  ];
}

/** Whether paths go to the items of a list without a segment. */
function isSkipped({ expansion, container }: Output): boolean {
  if (expansion === undefined || container === undefined) return false;
  // What the document lists begins at the item as well, and goes through no list.
  return expansion.parameters.some(({ listPrefix, listed }) => !(listPrefix ?? listed));
}

const KINDS = ["path", "query", "header", "cookie", "body"] as const;

function kindsOf(operation: TestOperation): readonly ValueKind[] {
  return KINDS.map((part) => operation[part]).filter((kind) => kind !== undefined);
}

/** The operation with its kinds and its response in notation. */
function noted(operation: TestOperation, values: SharedValues): NotedOperation {
  const { response, ...rest } = operation;
  const kinds = KINDS.flatMap((part) => {
    const kind = operation[part];
    return kind === undefined ? [] : [[part, notation(values.share(kind))]];
  });
  return {
    ...rest,
    ...Object.fromEntries(kinds),
    ...(response === undefined ? {} : { response: notation(response) }),
  };
}

function notations(table: Iterable<readonly [key: string, ValueKind | Template]>): object {
  return Object.fromEntries(Array.from(table, ([key, data]) => [key, notation(data)]));
}

/** Kinds of the schemas that these refer to, and so on, in the model's order. */
function namedKinds(model: Model, kinds: readonly NamedKind[]): readonly NamedKind[] {
  // Where requests have a type of their own, it comes after the responses'.
  const schemas = schemasByKey(model.schemas);
  const found = new Map<string, ValueKind>();
  // Grows while it is walked.
  const waiting = kinds.map(([, kind]) => kind);
  for (const kind of waiting) {
    for (const key of referredKinds(kind)) {
      const schema = schemas.get(key);
      if (schema === undefined || found.has(key)) continue;
      const next = kindOf(schema.shape);
      found.set(key, next);
      waiting.push(next);
    }
  }
  return [...schemas.keys()].flatMap((key): NamedKind[] => {
    const kind = found.get(key);
    return kind === undefined ? [] : [[key, kind]];
  });
}

/** The path of a server's URL, which may have variables, without a slash at its end. */
function pathOf(server: string): string {
  return server.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, "").replace(/\/+$/, "");
}

/** A module of one constant. */
function constant(name: string, type: string, data: object): ModuleDescription {
  const path = `testing/document/${name}`;
  return describe(path, { name, type, data }, (slice, symbols) => {
    const imports = new Imports(path, symbols, [slice.name]);
    const declared = `export const ${slice.name}: ${imports.symbol(`testing/document/data#${slice.type}`)} = `;
    return moduleOf(imports, [{ code: literal(slice.data, declared, ";"), isLaidOut: true }]);
  });
}
