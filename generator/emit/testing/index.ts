/** `testing`: what the copied templates need to answer from the document, as finished text. */
import type { Model } from "../../model/types/index.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { Imports } from "../code/imports.js";
import type { EmitSettings } from "../names/settings.js";
import { emitFunctions } from "./functions.js";
import { type Kind, kindOf, referredKinds, shareKinds } from "./kinds.js";
import { literal } from "../code/literal.js";
import { kindsOf, testOperations } from "./operations.js";

/** Module of the entry point, one of the templates. */
export const TESTING = "testing/index";

/** Puts the data in the place of the templates' own examples of it. */
export function emitTesting(model: Model, settings: EmitSettings): ModuleDescription[] {
  const { nested, examples, expansion, container, id } = settings;
  if (examples === undefined) return [];
  const found = testOperations(model, examples);
  const own = found.flatMap(([, operation]) => kindsOf(operation).map(([, kind]) => kind));
  const named = namedKinds(model, own);
  const table = shareKinds([...own, ...named.values()]);
  const operations = found.map(([key, operation]) => {
    const kinds = kindsOf(operation).map(([part, kind]) => [part, table.share(kind)]);
    return [key, { ...operation, ...Object.fromEntries(kinds) }];
  });
  const kinds = [...named].map(([key, kind]) => [key, table.within(kind)]);
  const servers = model.operations.map(({ server = model.api.server }) => pathOf(server));
  const { depth } = expansion ?? {};
  const document = {
    nested,
    bases: [...new Set(servers)],
    ...(depth === undefined ? {} : { depth }),
    ...(isSkipped(settings) ? { skipped: container?.items } : {}),
    ...(id === undefined ? {} : { id }),
  };
  return [
    emitFunctions(model, settings),
    constant("document", "TestDocument", document),
    constant("operations", "TestOperations", Object.fromEntries(operations)),
    constant("examples", "Templates", Object.fromEntries(examples.schemas)),
    constant("kinds", "Kinds", { ...Object.fromEntries(kinds), ...table.shared() }),
  ];
}

/** Whether paths go to the items of a list without a segment. */
function isSkipped({ expansion, container }: EmitSettings): boolean {
  if (expansion === undefined || container === undefined) return false;
  return expansion.parameters.some(({ listPrefix }) => listPrefix !== true);
}

/** Kinds of the schemas that these refer to, and so on. */
function namedKinds(model: Model, kinds: readonly Kind[]): ReadonlyMap<string, Kind> {
  // Where requests have a type of their own, it comes after the responses'.
  const shapes = new Map(model.schemas.map(({ key, shape }) => [key, shape]));
  const found = new Map<string, Kind>();
  // Grows while it is walked.
  const waiting = [...kinds];
  for (const kind of waiting) {
    for (const key of referredKinds(kind)) {
      const shape = shapes.get(key);
      if (shape === undefined || found.has(key)) continue;
      const next = kindOf(shape);
      found.set(key, next);
      waiting.push(next);
    }
  }
  return found;
}

/** The path of a server's URL, which may have variables, without a slash at its end. */
function pathOf(server: string): string {
  return server.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, "").replace(/\/+$/, "");
}

/** A module of one constant. */
function constant(name: string, type: string, data: object): ModuleDescription {
  const path = `testing/${name}`;
  return describe(path, { name, type, data }, (slice, symbols) => {
    const imports = new Imports(path, symbols, [slice.name]);
    const declared = `export const ${slice.name}: ${imports.symbol(`testing/data#${slice.type}`)} = `;
    return imports.rendered(`${imports.text()}\n\n${literal(slice.data, declared, ";")}\n`);
  });
}
