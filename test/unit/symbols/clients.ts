/** Clients with every part that one can have, and the names of all these parts. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Dialect, Project } from "../../../generator/config/index.js";
import { pascalCase } from "../../../generator/model/names/identifiers.js";
import { templateFolders } from "../../../generator/run/template-folders.js";
import { EMITTED } from "../../../generator/symbols/emitted.js";
import { readSymbols } from "../../../generator/symbols/index.js";
import config from "../../../unfold.config.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const [stripe] = config.projects;
const dialect: Dialect = {
  ...stripe?.dialect,
  templates: join(ROOT, "templates/stripe"),
  events: {
    objectAt: ["data", "object"],
    ...stripe?.dialect?.events,
    types: "/x-events",
    schema: "event",
  },
};

export type Settings = Omit<Project, "name" | "document" | "output">;

/** Every part that a client can have, with every way of calling. */
export const CLIENTS: readonly (readonly [name: string, settings: Settings])[] = [
  ["functions", { raw: true, testing: true }],
  ["grouped", { resources: "tags", calls: "grouped", raw: true }],
  ["dialect", { dialect: without(dialect, "class"), resources: "tags", calls: "grouped" }],
  ["class", { dialect, resources: "paths", raw: true, testing: true }],
];

export function settingsOf(client: string): Settings {
  const [, settings = {}] = CLIENTS.find(([name]) => name === client) ?? [];
  return settings;
}

/** Everything that any template or emitted module exports, and the words that go into names of its parts. */
export async function ownNames(): Promise<readonly string[]> {
  const project = { name: "", document: "", output: "", testing: true, dialect } as const;
  const symbols = await readSymbols(templateFolders(project, ROOT, true));
  const exported = [...symbols.modules.keys()].flatMap((path) => [
    ...symbols.exportsOf(path).keys(),
  ]);
  const emitted = Object.values(EMITTED).flatMap((own) => Object.keys(own));
  const modules = [...symbols.modules.keys()].flatMap((path) => path.split("/"));
  const locals = "E C A T Stripe tree index create habits constructor then webhooks".split(" ");
  const globals = "Promise Date Record NonNullable ReadableStream AsyncIterable Partial Omit".split(
    " ",
  );
  const all = [...exported, ...emitted, ...modules, ...locals, ...globals].sort();
  return [...new Map(all.map((name) => [pascalCase(name), name])).values()];
}

function without<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = whole;
  return rest;
}
