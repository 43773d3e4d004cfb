/** What pages show of responses, callbacks and webhooks, and how much of what is large. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CallbackSection } from "../../../generator/docs/pages/index.js";
import { exampleTexts, jsonText } from "../../../generator/docs/pages/responses.js";
import { siteOf, type TestSite } from "../../support/docs/site.js";
import { temporaryFolder } from "../../support/typecheck.js";

const FIXTURES = fileURLToPath(new URL("../../fixtures", import.meta.url));

describe("a response", () => {
  it("links to what may be called next", async () => {
    const site = await mediaSite();
    const [created] = pageOf(site, "addPicture").responses;
    expect(
      created?.links.map(({ name, target, operation, values }) => [
        name,
        operation?.file ?? target,
        ...values.map((pair) => pair.join("=")),
      ]),
    ).toEqual([
      ["look", "operations/getPicture.html", "path.id=$response.body#/id", "sizes=[1,2]"],
      ["listen", "operations/listenSounds.html"],
      ["elsewhere", "https://other.test/api#/paths/~1x/get"],
      ["store", "operations/putSound.html", 'body={"of":"$response.body#/title"}'],
    ]);
    const html = site.files().get("operations/addPicture.html") ?? "";
    expect(html).toContain(
      '<span class="t"><a href="../operations/getPicture.html">getPicture</a></span>',
    );
    expect(html).toContain("<em>as it is</em>");
  });

  it("links to nothing where the operation is left out or unknown", async () => {
    const document = {
      openapi: "3.1.0",
      info: { title: "Things", version: "1" },
      paths: {
        "/a": { get: { operationId: "a", responses: { 200: linked("b", "%", "c") } } },
        "/b": { get: { operationId: "b", tags: ["no"], responses: { 200: { description: "" } } } },
      },
    };
    const site = await siteOfDocument(document, { exclude: ["tag:no"] });
    const [response] = pageOf(site, "a").responses;
    expect(response?.links.map(({ target, operation }) => [target, operation])).toEqual([
      ["b", undefined],
      ["#%", undefined],
      ["c", undefined],
    ]);
  });
});

it("says what may be sent for a whole number of 64 bits", async () => {
  const parameters = [{ name: "from", in: "query", schema: { type: "string", format: "int64" } }];
  const responses = { 204: { description: "" } };
  const site = await siteOfDocument(
    {
      openapi: "3.1.0",
      info: { title: "Sums", version: "1" },
      paths: { "/sums": { get: { operationId: "sum", parameters, responses } } },
    },
    {},
  );
  const markdown = site.files().get("operations/sum.md") ?? "";
  expect(markdown).toContain("`from` `string | bigint` (format: int64)");
});

/** A response that links to operations by their ids; one of no id by a reference that cannot be decoded. */
function linked(...ids: readonly string[]): object {
  const links = ids.map((id) => [
    `to ${id}`,
    id === "%" ? { operationRef: "#%" } : { operationId: id },
  ]);
  return { description: "", links: Object.fromEntries(links) };
}

const told = ({ name, method, expression, summary, description, deprecated }: CallbackSection) => [
  name,
  method,
  expression,
  summary ?? description,
  deprecated,
];

describe("requests of one name", () => {
  it("have each their own words, URL and content: callbacks", async () => {
    const { callbacks } = pageOf(await mediaSite(), "addPicture");
    const url = "{$request.body#/notify}";
    expect(callbacks.map(told)).toEqual([
      ["developed", "PUT", url, "The picture is there again", true],
      ["developed", "POST", url, "The picture is there", false],
      ["developed", "POST", `${url}/more`, "What else is *there*", false],
    ]);
    const members = callbacks.map((one) => one.members.properties.map(({ name }) => name));
    expect(members).toEqual([["body"], ["body"], ["query"]]);
  });

  it("have each their own words: webhooks, also where some are left out", async () => {
    const webhooks = {
      sold: {
        get: { summary: "asks", deprecated: true, responses: {} },
        post: { summary: "tells", responses: {} },
      },
    };
    const document = { openapi: "3.1.0", info: { title: "Things", version: "1" }, webhooks };
    expect((await webhooksOf(document, {})).map(told)).toEqual([
      ["sold", "GET", undefined, "asks", true],
      ["sold", "POST", undefined, "tells", false],
    ]);
    expect((await webhooksOf(document, { exclude: ["deprecated"] })).map(told)).toEqual([
      ["sold", "POST", undefined, "tells", false],
    ]);
  });
});

describe("an example", () => {
  it("is shown whole up to 8,000 characters, and cut behind a line or a character", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 40 }),
        fc.integer({ min: 1, max: 2000 }),
        fc.constantFrom("", "\n", "\u{1f30a}"),
        (part, times, end) => {
          const value = `${part}${end}`.repeat(times);
          const [example] = exampleTexts([{ name: "", value }]);
          const text = example?.text ?? "";
          if (value.length <= 8000) expect(text).toBe(value);
          else {
            expect(text.length).toBeLessThanOrEqual(8002);
            expect(text.endsWith("\n…")).toBe(true);
            expect(value.startsWith(text.slice(0, -2))).toBe(true);
            expect(() => encodeURIComponent(text)).not.toThrow();
          }
        },
      ),
    );
  });

  it.each([
    ["one line without end", "x".repeat(20_000), 8000],
    ["many lines", Array.from({ length: 5000 }, (_, n) => n), undefined],
    ["a line without end behind a short one", ["x", "y".repeat(20_000)], 8000],
  ])("is cut: %s", (_, value, length) => {
    const text = jsonText(value);
    const shown = text.slice(0, -2);
    if (length !== undefined) expect(shown).toHaveLength(length);
    expect(shown.length).toBeGreaterThan(4000);
    expect(shown.length).toBeLessThanOrEqual(8000);
    expect(JSON.stringify(value, undefined, 2).startsWith(shown)).toBe(true);
  });
});

describe("links of what everything refers to", () => {
  const COUNT = 620;
  const response = {
    description: "",
    content: { "application/json": { schema: { $ref: "#/components/schemas/Shared" } } },
  };
  const ids = Array.from({ length: COUNT }, (_, n) => `op${n}`);
  const user = { type: "object", properties: { of: { $ref: "#/components/schemas/Shared" } } };
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const document = {
      openapi: "3.1.0",
      info: { title: "Things", version: "1" },
      paths: Object.fromEntries(
        ids.map((id) => [
          `/${id}`,
          { get: { operationId: id, tags: ["all"], responses: { 200: response } } },
        ]),
      ),
      components: {
        schemas: {
          Shared: { type: "object", properties: { id: { type: "string" } } },
          ...Object.fromEntries(ids.map((id) => [`User${id}`, user])),
        },
      },
    };
    files = (await siteOfDocument(document, {})).files();
  });
  const linksIn = (path: string, folder: string) =>
    (files.get(path) ?? "").split("<main")[1]?.split(`href="../${folder}/`).length ?? 0;

  it("are 500 at most on a schema's page, with the number of the others", () => {
    const page = files.get("schemas/Shared.html") ?? "";
    expect(linksIn("schemas/Shared.html", "operations") - 1).toBe(500);
    expect(linksIn("schemas/Shared.html", "schemas") - 1).toBe(500);
    expect(page.match(/and 120 more/g)).toHaveLength(2);
  });

  it("are all there on the page that leads to all of them", () => {
    const names = ids.filter((id) => !(files.get("groups/all.html") ?? "").includes(`${id}.html`));
    expect(names).toEqual([]);
    expect((files.get("schemas.html") ?? "").split("<main")[1]).toContain("Userop619.html");
  });
});

const folders: Awaited<ReturnType<typeof temporaryFolder>>[] = [];
afterAll(async () => {
  for (const folder of folders) await folder.remove();
});

async function siteOfDocument(
  document: object,
  options: { readonly exclude?: readonly ("deprecated" | `tag:${string}`)[] },
): Promise<TestSite> {
  const folder = await temporaryFolder();
  folders.push(folder);
  await writeFile(join(folder.path, "api.json"), JSON.stringify(document));
  return siteOf(
    { name: "things", document: "api.json", output: "client", ...options },
    folder.path,
  );
}

async function webhooksOf(...args: Parameters<typeof siteOfDocument>) {
  const { pages } = await siteOfDocument(...args);
  return pages.flatMap((page) => (page.kind === "events" ? page.webhooks : []));
}

function mediaSite(): Promise<TestSite> {
  return siteOf({ name: "media", document: "media.yaml", output: "client" }, FIXTURES);
}

function pageOf({ operations }: TestSite, operationId: string) {
  const page = operations.find((one) => one.operationId === operationId);
  if (page === undefined) throw new Error(`there is no page of ${operationId}`);
  return page;
}
