/** What one small change of a document changes of its client: the lines that say it, and no others. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { diffLines } from "diff";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../../generator/run/build.js";
import { temporaryFolder } from "../../support/typecheck.js";

type Output = ReadonlyMap<string, string>;
type Properties = Record<string, object>;

const REF = "#/components/schemas/";
const STRUCTURES =
  "government_instrumentality incorporated_non_profit limited_liability_partnership "
    .concat("multi_member_llc private_company private_corporation private_partnership")
    .split(" ");

/** What of the document changes. */
interface Parts {
  /** Properties of the schema that most others lead to. */
  readonly account?: Properties;
  /** Members of an object that stands in the bodies of two operations. */
  readonly company?: readonly [ofFirst: Properties, ofSecond: Properties];
  readonly structures?: readonly string[];
  readonly query?: readonly string[];
}

function text(name: string): [string, object] {
  return [name, { type: "string", maxLength: 5000 }];
}

/** A document of Stripe's habits: bodies without names that share their parts, and schemas that lead to each other. */
function documentOf({
  account,
  company,
  structures = STRUCTURES,
  query = ["limit"],
}: Parts): object {
  const json = (schema: object) => ({ "application/json": { schema } });
  const form = (schema: object) => ({ "application/x-www-form-urlencoded": { schema } });
  const object = (names: string, more: Properties = {}) => ({
    type: "object",
    properties: { ...Object.fromEntries(names.split(" ").map(text)), ...more },
  });
  const responses = { 200: { description: "", content: json({ $ref: `${REF}account` }) } };
  const post = (more: Properties = {}) => {
    const structure = { type: "string", enum: structures };
    const address = object("city country line1 line2 postal_code state");
    const part = object("name phone tax_id vat_id", { ...more, structure, address });
    const whole = object("email metadata", {
      company: part,
      owners: { type: "array", items: part },
    });
    return { requestBody: { content: form(whole) }, responses };
  };
  const parameters = query.map((name) => ({ name, in: "query", schema: { type: "string" } }));
  return {
    openapi: "3.0.3",
    info: { title: "Accounts", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: {
      "/accounts": {
        get: { operationId: "GetAccounts", parameters, responses },
        post: { operationId: "PostAccounts", ...post(company?.[0]) },
      },
      "/accounts/{account}": {
        parameters: [{ name: "account", in: "path", required: true, schema: { type: "string" } }],
        post: { operationId: "PostAccount", ...post(company?.[1]) },
      },
    },
    components: {
      schemas: {
        account_birth_date: object("day month year"),
        person: object("id name", { account: { $ref: `${REF}account` } }),
        account: object("id email country", {
          owner: { $ref: `${REF}person` },
          ...account,
          settings: { $ref: `${REF}settings` },
        }),
        settings: object("branding currency", { born: { $ref: `${REF}account_birth_date` } }),
        unseen: object("id"),
      },
    },
  };
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let before: Output;
beforeAll(async () => {
  folder = await temporaryFolder();
  before = await outputOf({});
});
afterAll(() => folder.remove());

async function outputOf(parts: Parts): Promise<Output> {
  await writeFile(join(folder.path, "accounts.json"), JSON.stringify(documentOf(parts)));
  const project = {
    name: "accounts",
    document: "accounts.json",
    output: "out",
    resources: "paths",
    raw: true,
    testing: true,
  } as const;
  return (await build(project, { cwd: folder.path })).output;
}

const FIELD = Object.fromEntries([text("zz_new")]);

describe("one field more changes its own lines only", () => {
  it.each<[where: string, files: number, parts: Parts]>([
    ["in a schema", 2, { account: FIELD }],
    [
      "in a schema, of another schema",
      2,
      { account: { zz_new: { $ref: `${REF}account_birth_date` } } },
    ],
    ["in a schema, of its own", 2, { account: { zz_new: { $ref: `${REF}account` } } }],
    ["in a part of two bodies", 2, { company: [FIELD, FIELD] }],
    ["in the first of two bodies of equal parts", 2, { company: [FIELD, {}] }],
    ["in the second of two bodies of equal parts", 2, { company: [{}, FIELD] }],
    ["in a query", 2, { query: ["limit", "zz_new", "more"] }],
    ["in a list of values", 3, { structures: STRUCTURES.toSpliced(2, 0, "zz_new") }],
  ])("%s", async (_, most, parts) => {
    const base = parts.query === undefined ? before : await outputOf({ query: ["limit", "more"] });
    const after = await outputOf(parts);
    const names = [...new Set([...base.keys(), ...after.keys()])];
    const changed = names.filter((name) => base.get(name) !== after.get(name));
    expect(changed).toContainEqual(expect.stringContaining("testing/"));
    expect(changed.length, changed.join(" ")).toBeLessThanOrEqual(most);
    const foreign = changed.flatMap((name) =>
      diffLines(base.get(name) ?? "", after.get(name) ?? "").filter(
        ({ added, removed, value }) =>
          removed ||
          (added &&
            !value
              .trimEnd()
              .split("\n")
              .every((line) => /zz_new/.test(line))),
      ),
    );
    expect(foreign.map(({ value }) => value)).toEqual([]);
  });
});
