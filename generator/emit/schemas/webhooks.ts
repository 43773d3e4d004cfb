/** The types of the requests that the API makes of its users: webhooks, and callbacks by operation. */
import { moduleOf, type Rendered } from "../code/module.js";
import type { InterfaceDeclarationStructure } from "ts-morph";
import type { IncomingRequest, Model } from "../../model/types/index.js";
import { StructureKind } from "../../support/compilers.js";
import type { Symbols } from "../../symbols/index.js";
import { propertyKey } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";

import { openModule, type TypedSlice, typedSlice } from "../names/open-module.js";
import { type TypePrinter } from "../types/types.js";

export const WEBHOOKS = "webhooks";

interface WebhookSlice extends TypedSlice {
  readonly webhooks: readonly IncomingRequest[];
  /** By function. */
  readonly callbacks: readonly {
    readonly name: string;
    readonly requests: readonly IncomingRequest[];
  }[];
}

/** Whether the API makes requests of its own. */
export function hasIncoming({ webhooks, operations }: Model): boolean {
  return webhooks.length > 0 || operations.some(({ callbacks }) => callbacks !== undefined);
}

export function emitWebhooks(model: Model): ModuleDescription[] {
  if (!hasIncoming(model)) return [];
  const { webhooks } = model;
  const callbacks = model.operations.flatMap(({ name, callbacks: requests }) =>
    requests === undefined ? [] : [{ name, requests }],
  );
  const requests = [...webhooks, ...callbacks.flatMap((one) => one.requests)];
  const slice = typedSlice(
    model,
    WEBHOOKS,
    requests.map(({ shape }) => shape),
  );
  return [describe(WEBHOOKS, { ...slice, webhooks, callbacks }, renderWebhooks)];
}

function renderWebhooks(slice: WebhookSlice, symbols: Symbols): Rendered {
  const { webhooks, callbacks } = slice;
  const { imports, printer } = openModule(slice, symbols, ["Webhooks", "Callbacks"]);
  return moduleOf(imports, [
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
