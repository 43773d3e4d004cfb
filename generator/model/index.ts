/** Document → model: every name decided, every type normalised, everything frozen. */
import type { ModelContext } from "./context/index.js";
import { readDocumentation } from "./documentation/index.js";
import { readListedPaths } from "./context/listed-paths.js";
import { readEvents, readNotifications } from "./api/events.js";
import { buildExpandGraph } from "./shapes/expand.js";
import { readWebhooks } from "./operations/incoming.js";
import { NameRegistry } from "./names/identifiers.js";
import { readOperations } from "./operations/operations.js";
import { paginate } from "./pagination/index.js";
import { type Prunable, prune, type Pruned } from "./selection/prune.js";
import { buildResources } from "./resources/resources.js";
import { nameSchemas } from "./shapes/schemas.js";
import { alternatives, readSecurity } from "./api/security.js";
import { complainUnmatched, createSelection, createWaitingRoom } from "./selection/selection.js";
import { readServers } from "./api/servers.js";
import { nameTypes } from "./resources/type-names.js";
import type { Model } from "./types/index.js";

export function buildModel(given: ModelContext): Model {
  const isWanted = createSelection(given);
  const { context: plain, release } =
    isWanted === undefined
      ? { context: given, release: () => undefined }
      : createWaitingRoom(given);
  const context = { ...plain, listed: readListedPaths(plain) };
  const { document } = context;
  const types = new NameRegistry();
  for (const name of given.reserved.types) types.reserve(name);
  const table = nameSchemas(context, types);
  const { response: shaper, request: input } = table.shapers;
  const graph = buildExpandGraph(context, shaper);
  const servers = readServers(context);
  const tools = { shaper, input, types, expand: graph, servers };
  const all = readOperations(context, tools);
  const documentation =
    context.documented === true ? readDocumentation(context, tools, all) : undefined;
  const whole: Prunable = {
    operations: all,
    webhooks: readWebhooks(context, tools, isWanted),
    resources: wantsResources(context) ? buildResources(context, all, types) : undefined,
    schemas: table.finish(),
    expand: graph,
    events: readEvents(context),
    notifications: readNotifications(context),
  };
  const { dropped = [], ...parts }: Prunable & Partial<Pruned> =
    isWanted === undefined ? whole : prune(whole, isWanted, neededSchemas(context));
  const { resources, ...rest } = parts;
  const typeNames =
    resources === undefined || context.dialect?.class === undefined
      ? []
      : nameTypes(context, { ...rest, resources });
  const requires = alternatives(context, document.security, "/security");
  const security = readSecurity(context);
  release(dropped);
  complainUnmatched(given, all);
  const operations = paginate(given, rest.operations, rest.schemas);
  return deepFreeze({
    api: {
      title: document.info?.title ?? "",
      version: document.info?.version ?? "",
      server: servers.api.server,
      variables: servers.api.variables,
      security,
      ...(requires === undefined ? {} : { requires }),
    },
    output: given.output,
    ...rest,
    operations,
    ...(resources === undefined ? {} : { resources }),
    typeNames,
    ...(documentation === undefined ? {} : { documentation }),
  });
}

function wantsResources({ resources = "none" }: ModelContext): boolean {
  return resources !== "none";
}

/** Schemas that the dialect's templates refer to. */
function neededSchemas({ dialect }: ModelContext): readonly string[] {
  const event = dialect?.events?.schema;
  return [...Object.values(dialect?.types ?? {}), ...(event === undefined ? [] : [event])];
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}
