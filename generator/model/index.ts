/** Document → model: every name decided, every type normalised, everything frozen. */
import type { ModelContext } from "./context.js";
import { readEvents } from "./events.js";
import { buildExpandGraph } from "./expand.js";
import { readWebhooks } from "./incoming.js";
import { NameRegistry } from "./names.js";
import { readOperations } from "./operations.js";
import { buildResources } from "./resources.js";
import { nameSchemas } from "./schemas.js";
import { alternatives, readSecurity } from "./security.js";
import { readServers } from "./servers.js";
import { nameTypes } from "./type-names.js";
import type { Model } from "./types.js";

export function buildModel(context: ModelContext): Model {
  const { document } = context;
  const types = new NameRegistry();
  const table = nameSchemas(context, types);
  const { response: shaper, request: input } = table.shapers;
  const expand = buildExpandGraph(context, shaper);
  const servers = readServers(context);
  const tools = { shaper, input, types, expand, servers };
  const operations = readOperations(context, tools);
  const webhooks = readWebhooks(context, tools);
  const resources =
    (context.resources ?? "none") === "none"
      ? undefined
      : buildResources(context, operations, types);
  const schemas = table.finish();
  const events = readEvents(context);
  const typeNames =
    resources === undefined || context.dialect?.class === undefined
      ? []
      : nameTypes(context, { operations, schemas, expand, events, resources });
  const requires = alternatives(context, document.security, "/security");
  return deepFreeze({
    api: {
      title: document.info?.title ?? "",
      version: document.info?.version ?? "",
      server: servers.api.server,
      variables: servers.api.variables,
      security: readSecurity(context),
      ...(requires === undefined ? {} : { requires }),
    },
    schemas,
    operations,
    expand,
    events,
    webhooks,
    ...(resources === undefined ? {} : { resources }),
    typeNames,
  });
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}
