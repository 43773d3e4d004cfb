/** What the package's entries re-export of the templates: read by what emits the entries, and by what names schemas. */
import type { Project } from "../config/index.js";
import type { ReservedNames } from "../model/context/index.js";
import { EMITTED } from "./emitted.js";
import type { Symbols } from "./table.js";

/** The templates that the main entry exports everything of. The second one stands for types that follow `expand`. */
export function entryTemplates(
  dialect: string | undefined,
): readonly [own: string, expand: string] {
  return [`${dialect ?? "runtime"}/index`, "expand/index"];
}

/** The module of the client's type and of the options of a call. */
export function clientModule(dialect: string | undefined): string {
  return dialect === undefined ? "runtime/plain" : `${dialect}/dialect`;
}

/**
 * What the functions of operations return has a name beside them, or programs that export it could not be declared:
 * always, where something can be expanded, where there are server-sent events, redirects, pages.
 */
export const RETURNED = {
  always: ["LastResponse", "Result"],
  client: ["Client", "RequestOptions"],
  expand: ["Expand", "Expanded"],
  events: ["ServerSentEvent"],
  redirects: ["RedirectOutcomes", "RedirectResponse"],
  pages: ["Page"],
} as const;

/** The same of lists that the configuration's `pagination` tells of. */
export const PAGED = ["PagePromise"] as const;

/** The types of webhook events that the main entry has of a dialect. */
export const EVENT_TYPES = ["Event", "EventMap", "EventOf"] as const;

/**
 * The names that the document's own may not take: by the configuration alone, so that no name depends on what else the
 * document has.
 */
export function reservedNames(
  symbols: Symbols,
  folder: string | undefined,
  { dialect, pagination }: { readonly [K in "dialect" | "pagination"]: Project[K] | undefined },
): ReservedNames {
  const lists = (dialect?.lists ?? []).flatMap(({ type, result }) => [type, result]);
  const returned = dialect?.notifications?.returned;
  const types = [
    ...entryTemplates(folder).flatMap((module) => [...symbols.exportsOf(module).keys()]),
    ...Object.values(EMITTED).flatMap((names) => Object.keys(names)),
    ...Object.values(RETURNED).flat(),
    ...lists,
    ...(returned === undefined ? [] : [returned.type]),
    ...(pagination === undefined ? [] : PAGED),
    ...(dialect?.events === undefined ? [] : EVENT_TYPES),
    ...(dialect?.class === undefined ? [] : [dialect.class.name]),
  ];
  const members = symbols.membersOf(`${folder}/class`, "Base");
  return {
    types: new Set(types),
    members: new Set(dialect?.class === undefined ? [] : members),
  };
}
