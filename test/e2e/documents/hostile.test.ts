/** Every string of a document may be an attack. Each of these stands in some context of the emitted code. */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build as bundle } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Built, build } from "../../../generator/run/build.js";
import { writeOutput } from "../../../generator/write/disk.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";

const ATTACKS = [
  "*/ globalThis.PWNED = 1; /*",
  '"; globalThis.PWNED = 1; "',
  "'; globalThis.PWNED = 1; '",
  "${globalThis.PWNED = 1}",
  "`; globalThis.PWNED = 1; `",
  "\n globalThis.PWNED = 1; //",
  "\u2028 globalThis.PWNED = 1; //",
  "\\",
  "*\\/ globalThis.PWNED = 1",
  "@deprecated {globalThis.PWNED = 1}",
  "</script><script>globalThis.PWNED = 1</script>",
  "../../../outside",
  "..Schema",
  "__proto__",
  "constructor",
  "toString",
  "",
  "1",
  "1e3",
  "-1",
  "Infinity",
  "class",
  "await",
  "client",
  "options",
  "params",
  "Promise",
  "index",
  "Client",
  "Result",
  "ApiError",
  "$&",
  "a.b/c~d%20e",
  "a\u202eb\u2066c",
  "\u200b",
  "\ufeff\u00ad\u3164",
  "\u2029",
  "\u0085\u007f",
  "\ud800",
  "\u{e0041}",
  "ünï",
  "🎉",
];

/** A document with every attack in every place that takes a string. */
function hostileDocument(): unknown {
  const each = <T>(make: (attack: string, n: number) => [string, T]): Record<string, T> =>
    Object.fromEntries(ATTACKS.map(make));
  const all = ATTACKS.join("\n");
  const noted = (schema: object) => ({ ...schema, title: all, description: all, format: all });
  const text = noted({ type: "string", enum: ATTACKS });
  const object = noted({
    type: "object",
    required: ATTACKS,
    properties: each((attack) => [
      attack,
      { type: "string", description: attack, default: attack },
    ]),
  });
  return {
    openapi: "3.0.0",
    info: { title: all, version: all, description: all },
    servers: [
      {
        url: `https://x.test/${ATTACKS[3]}"*/${ATTACKS.map((attack) => `{${attack}}`).join("/")}`,
        variables: each((attack) => [attack, { default: attack, enum: ATTACKS, description: all }]),
      },
    ],
    webhooks: each((attack) => [attack, { post: incoming(text) }]),
    paths: Object.assign(
      every(text),
      each((attack, n) => [
        `/p${n}/${attack.replaceAll(/[{}]/g, "")}/{id}`,
        {
          post: {
            operationId: attack,
            tags: [attack],
            summary: all,
            description: all,
            deprecated: true,
            parameters: [
              { name: "id", in: "path", required: true, schema: { type: "string" } },
              ...ATTACKS.map((name) => ({
                name,
                in: "query",
                style: "deepObject",
                schema: { type: "object", properties: { [name]: text } },
              })),
              ...ATTACKS.filter((name) => name !== "").map((name) => ({
                name,
                in: "header",
                schema: { type: "string" },
              })),
              ...ATTACKS.map((name) => ({ name, in: "cookie", schema: { type: "string" } })),
            ],
            requestBody: {
              content: {
                [`multipart/form-data; x="${attack}"`]: {
                  schema: { type: "object", properties: { [attack]: text } },
                  encoding: each((name) => [name, { contentType: attack }]),
                },
              },
            },
            responses: {
              200: {
                description: all,
                content: { "application/json": { schema: { $ref: "#/components/schemas/class" } } },
              },
            },
          },
        },
      ]),
    ),
    components: {
      schemas: each((attack) => [attack, object]),
      securitySchemes: each((attack) => [attack, { type: "apiKey", in: "header", name: attack }]),
    },
    security: ATTACKS.map((attack) => ({ [attack]: [] })),
  };
}

/** Every attack as a media type, a callback, an expression and a server's variable, in one operation. */
function every(text: object): object {
  const content = Object.fromEntries(
    [...ATTACKS, "application/json", "*/*", "text/event-stream"].map((type) => [
      type,
      { schema: { type: "object", properties: { a: text } } },
    ]),
  );
  return {
    "/every/{id}": {
      put: {
        operationId: "every",
        servers: [{ url: "{toString}", variables: { toString: { default: "https://y.test" } } }],
        requestBody: { content },
        responses: { 200: { content }, 201: {}, 404: { content }, "4xx": {}, default: { content } },
        callbacks: Object.fromEntries(
          ATTACKS.map((attack) => [attack, { [attack]: { post: incoming(text) } }]),
        ),
      },
      get: {
        operationId: "mixed",
        responses: { 200: { content }, 201: { content: { [ATTACKS[0] ?? ""]: {} } } },
      },
    },
  };
}

/** What the API sends, with every attack as a parameter. */
function incoming(text: object): object {
  return {
    parameters: ATTACKS.map((name) => ({ name, in: "query", schema: { type: "string" } })),
    requestBody: { content: { "application/json": { schema: text } } },
    responses: {},
  };
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let generated: Built;
beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(join(folder.path, "hostile.json"), JSON.stringify(hostileDocument()));
  await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
  await mkdir(join(folder.path, "in"));
  const project = {
    name: "hostile",
    document: "hostile.json",
    output: "in/client",
    resources: "tags",
    raw: true,
  } as const;
  generated = await build(project, { cwd: folder.path });
  await writeOutput(join(folder.path, project.output), generated.output, generated.manifest);
});
afterAll(() => folder.remove());

describe("a hostile document", () => {
  it("stays inside the output folder, under file names from the allow-list", async () => {
    expect(await readdir(folder.path)).toEqual(["hostile.json", "in", "package.json"]);
    expect(await readdir(join(folder.path, "in"))).toEqual(["client"]);
    const own = [...generated.output.keys()].filter(
      (path) => !path.startsWith("runtime/") && path !== ".gitattributes",
    );
    for (const path of own)
      expect(path).toMatch(/^(?:(?:[a-z0-9-]+\/)*[a-z0-9-]+\.ts|README\.md)$/);
  });

  it("shows all that is there: nothing reorders, hides or ends a line", () => {
    for (const [path, text] of generated.output) {
      const hidden =
        /(?!\n|\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/u.exec(text);
      expect([path, hidden?.[0].codePointAt(0)?.toString(16)]).toEqual([path, undefined]);
    }
  });

  it("runs none of its text", async () => {
    const client = join(folder.path, "in/client");
    const outfile = join(folder.path, "bundle.mjs");
    await bundle({
      stdin: {
        contents: `export * from "./index.js"; export * from "./operations/index.js";`,
        resolveDir: client,
      },
      bundle: true,
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      outfile,
    });
    const module: Record<string, unknown> = await import(pathToFileURL(outfile).href);
    const { createClient, ...operations } = module;
    if (typeof createClient !== "function") throw new Error("no createClient");
    const attacked = createClient({ fetch: async () => Response.json({}), auth: {} });
    for (const operation of Object.values(operations)) {
      if (typeof operation !== "function" || /^[A-Z]/.test(operation.name)) continue;
      await Promise.resolve(operation(attacked, "id", {})).catch(() => undefined);
    }
    expect(globalThis).not.toHaveProperty("PWNED");
    expect(Object.prototype).not.toHaveProperty("style");
  });

  it.each(COMPILERS)("compiles under TypeScript %s", async (compiler) => {
    expect(await typecheck(compiler, [join(folder.path, "in")])).toBe("");
  });
});
