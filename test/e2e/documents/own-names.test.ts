/** What the client has of its own keeps its names, whatever a document calls its parts. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Built, build } from "../../../generator/run/build.js";
import type { Dialect, Project } from "../../../generator/config/index.js";
import { pascalCase } from "../../../generator/model/names/identifiers.js";
import { EMITTED } from "../../../generator/symbols/emitted.js";
import { readSymbols } from "../../../generator/symbols/index.js";
import { templateFolders } from "../../../generator/run/template-folders.js";
import config from "../../../unfold.config.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";
import { documentOf } from "./own-names.js";

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

type Settings = Omit<Project, "name" | "document" | "output">;

/** Every part that a client can have, with every way of calling. */
const CLIENTS: readonly (readonly [name: string, settings: Settings])[] = [
  ["functions", { raw: true, testing: true }],
  ["grouped", { resources: "tags", calls: "grouped", raw: true }],
  ["dialect", { dialect: without(dialect, "class"), resources: "tags", calls: "grouped" }],
  ["class", { dialect, resources: "paths", raw: true, testing: true }],
];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let names: readonly string[];
beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
  names = await ownNames();
});
afterAll(() => folder.remove());

describe("names of the client's own", () => {
  it.each(CLIENTS)("are given to every part of a document: %s", async (name, settings) => {
    const first = CLIENTS.findIndex(([one]) => one === name);
    const { model } = await generate(`whole-${name}`, names, settings, first);
    expect(model.schemas.length).toBeGreaterThanOrEqual(names.length);
  });

  it.each(CLIENTS.flatMap(([name]) => COMPILERS.map((compiler) => [name, compiler] as const)))(
    "compile: %s, under TypeScript %s",
    async (name, compiler) => {
      expect(await typecheck(compiler, [join(folder.path, `whole-${name}`)])).toBe("");
    },
  );

  it("may be those that every object has, for each kind of operation", async () => {
    const own = Object.getOwnPropertyNames(Object.prototype);
    const [, settings = {}] = CLIENTS.find(([name]) => name === "class") ?? [];
    for (const first of [0, 1, 2, 3]) {
      await generate(`inherited-${first}`, own, settings, first);
      expect(await typecheck("7.0", [join(folder.path, `inherited-${first}`)])).toBe("");
    }
  });

  it.each([
    ["payload", "dialect", "PayloadSchema"],
    ["app_info", "dialect", "AppInfoSchema"],
    ["page_promise", "dialect", "PagePromiseSchema"],
    ["client", "dialect", "ClientSchema"],
    ["stripe", "class", "StripeSchema"],
    ["event_map", "class", "EventMapSchema"],
    ["raw_body", "functions", "RawBodySchema"],
    ["plain_options", "functions", "PlainOptionsSchema"],
    ["schemas", "functions", "SchemasSchema"],
  ])("yield with a warning that names the new one: %s", async (key, name, want) => {
    const [, settings = {}] = CLIENTS.find(([one]) => one === name) ?? [];
    const { warnings, model } = await generate(`one-${name}-${key}`, [key], settings);
    expect(model.schemas.find((schema) => schema.key === key)?.name).toBe(want);
    expect(warnings).toContainEqual(
      expect.objectContaining({
        code: "reserved-type-name",
        message: expect.stringContaining(JSON.stringify(key)),
        hint: `It is called ${want}; give it a key of its own.`,
      }),
    );
  });

  it("are free where the client lacks them", async () => {
    const { model, warnings } = await generate("free", ["payload", "stripe", "page"], {});
    const named = model.schemas.filter(({ variant }) => variant === undefined);
    expect(named.map(({ name }) => name)).toEqual(["Payload", "Stripe", "PageSchema"]);
    expect(warnings.map(({ code }) => code)).toContain("reserved-type-name");
  });
});

async function generate(
  name: string,
  own: readonly string[],
  settings: Settings,
  first = 0,
): Promise<Built> {
  const to = join(folder.path, name);
  await mkdir(to, { recursive: true });
  const document = documentOf(own, settings.dialect !== undefined, first);
  await writeFile(join(to, "openapi.json"), JSON.stringify(document));
  const built = await build(
    { name, document: "openapi.json", output: "client", ...settings },
    { cwd: to },
  );
  for (const [path, text] of built.output) {
    const file = join(to, "client", path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return built;
}

/** Everything that any template or emitted module exports, and the words that go into names of its parts. */
async function ownNames(): Promise<readonly string[]> {
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
