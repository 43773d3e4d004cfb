/** The pages that are neither an operation's nor a schema's: index, events, changes. */
import type { DiffReport } from "../../diff/index.js";
import { summarize } from "../../diff/report/index.js";
import type { Model } from "../../model/types/index.js";
import { parsePointer } from "../../openapi/pointer.js";
import type { Places } from "../places/index.js";
import { callbackSections } from "./callbacks.js";
import type { PropertyTools } from "../shapes/properties.js";
import { serverTexts } from "./security.js";
import type { ChangesPage, ChangeText, EventsPage, IndexPage } from "./types.js";

export function indexPage({ documentation, operations }: Model, places: Places): IndexPage {
  const { summary, description, servers = [], security = [] } = documentation ?? {};
  return {
    kind: "index",
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
    servers: serverTexts(servers),
    security,
    schemas: [...places.schemas.values()],
    operations: operations.length,
  };
}

export function eventsPage(tools: PropertyTools): EventsPage | undefined {
  const { model, links } = tools;
  if (model.events.length + model.webhooks.length === 0) return undefined;
  return {
    kind: "events",
    events: model.events.flatMap(({ type, key }) => {
      const schema = links.get(key);
      return schema === undefined ? [] : [{ type, schema }];
    }),
    webhooks: callbackSections(tools, model.webhooks, model.documentation?.webhooks ?? []),
  };
}

const SECTIONS = [
  ["breaking", "Breaking"],
  ["exhaustive", "Breaking only where all cases are listed"],
  ["compatible", "Compatible"],
  ["documentation", "Documentation"],
] as const;

function sectionOf({ rule, level }: DiffReport["changes"][number]): string {
  return rule === "docs-changed" ? "documentation" : level;
}

export function changesPage(model: Model, places: Places, report: DiffReport): ChangesPage {
  const byPlace = new Map(model.operations.map((one) => [`${one.path} ${one.method}`, one.name]));
  const fileOf = (pointer: string): string | undefined => {
    const [root = "", second = "", third = ""] = parsePointer(pointer) ?? [];
    if (root === "components" && second === "schemas") return places.schemas.get(third)?.file;
    const name = byPlace.get(`${second} ${third.toUpperCase()}`);
    return root === "paths" && name !== undefined ? places.operations.get(name)?.file : undefined;
  };
  return {
    kind: "changes",
    summary: sentence(summarize(report)),
    levels: SECTIONS.flatMap(([section, title]) => {
      const own = report.changes.filter((one) => sectionOf(one) === section);
      return own.length === 0
        ? []
        : [{ title, changes: own.map((one) => changeText(one, fileOf)) }];
    }),
  };
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function changeText(
  { symbol, rule, before, after, wire, types, pointer }: DiffReport["changes"][number],
  fileOf: (pointer: string) => string | undefined,
): ChangeText {
  const file = fileOf(pointer);
  const detail = [before, after].filter((one) => one !== undefined).join(" → ");
  return {
    symbol,
    rule: rule.replaceAll("-", " "),
    detail:
      before === undefined && after !== undefined
        ? `+ ${after}`
        : after === undefined && before !== undefined
          ? `- ${before}`
          : detail,
    effect: `wire: ${wire}, types: ${types}`,
    ...(file === undefined ? {} : { file }),
  };
}
