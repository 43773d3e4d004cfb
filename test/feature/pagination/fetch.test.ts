/** Lists that the configuration tells of, with the `fetch` for tests. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { temporaryFolder } from "../../support/typecheck.js";
import { makeOrchard, type Orchard } from "./project.js";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let orchard: Orchard;
beforeAll(async () => {
  folder = await temporaryFolder();
  ({ orchard } = await makeOrchard(folder.path));
});
afterAll(() => folder.remove());

const LISTS = [
  ["listApples", []],
  ["listPears", ["1"]],
  ["listPlums", []],
  ["listCherries", []],
  ["listFigs", []],
] as const;

it.each(LISTS)("%s ends behind one page", async (list, args) => {
  const client = orchard.createClient({ fetch: orchard.createTestFetch() });
  const items = await orchard[list](client, ...args).autoPagingToArray({ limit: 100 });
  expect(items.length).toBeGreaterThan(0);
  expect(items.length).toBeLessThan(3);
});

it("has the pages that a test gives", async () => {
  const pages: Readonly<Record<string, object>> = {
    "": { data: [{ id: "1" }], meta: { next_cursor: "b" } },
    b: { data: [{ id: "2" }] },
  };
  const fetch = orchard.createTestFetch({
    "GET /apples": ({ params }: { params?: { cursor?: string } }) => pages[params?.cursor ?? ""],
    "GET /cherries": { result: { items: ["a", "b", "c"] } },
  });
  const client = orchard.createClient({ fetch });
  const apples = await orchard.listApples(client).autoPagingToArray({ limit: 9 });
  expect(apples).toMatchObject([{ id: "1" }, { id: "2" }]);
  expect(await orchard.listCherries(client).autoPagingToArray({ limit: 9 })).toEqual([
    "a",
    "b",
    "c",
  ]);
});
