/** The names of functions, and what is wrong with those of operations (OpenAPI 3, "Operation Object", `operationId`). */
import { type ModelContext, warn } from "../context/index.js";
import { camelCase, NameRegistry } from "../names/identifiers.js";
import { idOf, type DocumentOperation } from "../api/document-operation.js";

/**
 * Names each operation's function after its id. Functions and types are exported by the same entry: where both would
 * have one name, the function yields.
 */
export function nameFunctions(
  context: ModelContext,
  types: NameRegistry,
  places: readonly DocumentOperation[],
): readonly string[] {
  const functions = new NameRegistry();
  const owners = new Owners();
  const names = places.map((place) => {
    const wanted = camelCase(idOf(place));
    let name = functions.claim(types.has(wanted) ? `${wanted}_` : wanted);
    while (types.has(name)) name = functions.claim(wanted);
    types.reserve(name);
    if (name !== wanted) warnTaken(context, place, owners.of(place, wanted), name);
    owners.add(place, name);
    return name;
  });
  warnNameless(context, places);
  return names;
}

/** The operations by their ids, and by their functions as these are told apart: without regard to case. */
class Owners {
  readonly #byId = new Map<string, DocumentOperation>();
  readonly #byName = new Map<string, DocumentOperation>();

  add(place: DocumentOperation, name: string): void {
    const { operationId } = place.operation;
    if (operationId !== undefined && !this.#byId.has(operationId))
      this.#byId.set(operationId, place);
    this.#byName.set(name.toLowerCase(), place);
  }

  /** The one that has what this operation would have. */
  of({ operation }: DocumentOperation, wanted: string): Owner {
    const same = this.#byId.get(operation.operationId ?? "");
    if (same !== undefined && operation.operationId !== undefined) return { place: same, id: true };
    return { place: this.#byName.get(wanted.toLowerCase()), id: false };
  }
}

interface Owner {
  /** Undefined where a type has the name. */
  readonly place: DocumentOperation | undefined;
  /** Whether it has the same id, not only a like name. */
  readonly id: boolean;
}

function warnTaken(
  context: ModelContext,
  place: DocumentOperation,
  owner: Owner,
  name: string,
): void {
  const { operationId } = place.operation;
  const other = owner.place === undefined ? "a type" : titleOf(owner.place);
  const pointer = operationId === undefined ? place.pointer : `${place.pointer}/operationId`;
  const hint = `Its function is called ${name}. Give it an operationId of its own.`;
  if (owner.id) {
    const message = `${titleOf(place)} has the operationId ${JSON.stringify(operationId)}, as ${other} has`;
    warn(context, { code: "duplicate-operation-id", message, pointer, hint });
    return;
  }
  const message = `${titleOf(place)} would be called ${camelCase(idOf(place))}, as ${other} is`;
  warn(context, { code: "duplicate-function-name", message, pointer, hint });
}

/** Once for all of them. */
function warnNameless(context: ModelContext, places: readonly DocumentOperation[]): void {
  const nameless = places.filter(({ operation }) => operation.operationId === undefined);
  const [one] = nameless;
  if (one === undefined) return;
  const lead = nameless.length === 1 ? "" : `${nameless.length} operations have no operationId; `;
  warn(context, {
    code: "missing-operation-id",
    message:
      lead === "" ? `${titleOf(one)} has no operationId` : `${lead}the first is ${titleOf(one)}`,
    pointer: one.pointer,
    hint: "Functions of such operations are named after method and path.",
  });
}

function titleOf({ method, path }: DocumentOperation): string {
  return `${method.toUpperCase()} ${path}`;
}
