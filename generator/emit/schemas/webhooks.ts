/** The types of the requests that the API makes of its users: webhooks, and callbacks by operation. */
import type { InterfaceDeclarationStructure } from "ts-morph";
import { StructureKind } from "../../support/compilers.js";
import type { IncomingRequest, Model } from "../../model/types/index.js";
import type { Symbols } from "../../symbols/index.js";
import { propertyKey } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { Imports, type Rendered } from "../code/imports.js";
import { importedNames, namesIn, type SchemaNames } from "../names/names.js";
import type { EmitSettings } from "../names/settings.js";
import { createTypePrinter, type TypePrinter } from "../types/types.js";

export const WEBHOOKS = "webhooks";

interface WebhookSlice {
  readonly docs: EmitSettings["docs"];
  readonly lists: string;
  readonly webhooks: readonly IncomingRequest[];
  /** By function. */
  readonly callbacks: readonly {
    readonly name: string;
    readonly requests: readonly IncomingRequest[];
  }[];
  readonly names: SchemaNames;
}

/** Whether the API makes requests of its own. */
export function hasIncoming({ webhooks, operations }: Model): boolean {
  return webhooks.length > 0 || operations.some(({ callbacks }) => callbacks !== undefined);
}

export function emitWebhooks(model: Model, { docs, lists }: EmitSettings): ModuleDescription[] {
  if (!hasIncoming(model)) return [];
  const { webhooks } = model;
  const callbacks = model.operations.flatMap(({ name, callbacks: requests }) =>
    requests === undefined ? [] : [{ name, requests }],
  );
  const all = new Map(model.schemas.map((schema) => [schema.key, schema]));
  const requests = [...webhooks, ...callbacks.flatMap((one) => one.requests)];
  const names = namesIn(
    requests.map(({ shape }) => shape),
    all,
  );
  return [describe(WEBHOOKS, { docs, lists, webhooks, callbacks, names }, renderWebhooks)];
}

function renderWebhooks(slice: WebhookSlice, symbols: Symbols): Rendered {
  const { docs, lists, webhooks, callbacks, names } = slice;
  const imports = new Imports(WEBHOOKS, symbols, ["Webhooks", "Callbacks"]);
  const printer = createTypePrinter(importedNames(names, imports, lists), docs);
  return imports.module([
    ...(webhooks.length === 0
      ? []
      : [
          declare(
            "Webhooks",
            "What the API sends to its users, by name.",
            members(printer, webhooks),
          ),
        ]),
    ...(callbacks.length === 0
      ? []
      : [
          declare(
            "Callbacks",
            "What the API sends back on its own, by the function that asks for it.",
            callbacks.map(({ name, requests }) => {
              const inner = members(printer, requests).map(
                (member) => `${member.name}: ${member.type};`,
              );
              return { name: propertyKey(name), type: `{ ${inner.join(" ")} }` };
            }),
          ),
        ]),
  ]);
}

interface Member {
  readonly name: string;
  readonly type: string;
}

function members(printer: TypePrinter, requests: readonly IncomingRequest[]): Member[] {
  return requests.map(({ name, shape }) => ({
    name: propertyKey(name),
    type: printer.type(shape),
  }));
}

function declare(
  name: string,
  description: string,
  properties: readonly Member[],
): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name,
    isExported: true,
    docs: [{ description }],
    properties: [...properties],
  };
}
