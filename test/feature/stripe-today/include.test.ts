/** `include` beside the types: what the test fetch responds with, and what the reference says. */
import { describe, expect, it } from "vitest";
import { load } from "../../../generator/load/index.js";
import { siteOf } from "../../support/docs/site.js";
import { createValidator, leastParams, operationsOf, ROOT } from "../../support/validator.js";
import { makeToday } from "./client.js";
import { STRIPE_TODAY } from "./project.js";

const { document } = await load(STRIPE_TODAY.document, { cwd: ROOT });
const all = operationsOf(document);
const validate = createValidator(document);
const site = await siteOf(STRIPE_TODAY, ROOT);
const made = await makeToday();
const { testing, createClient, operations } = made.today;

const client = createClient({ apiKey: "sk_test_1", fetch: testing.createTestFetch() });

type Called = (typeof all)[number];

function call(one: Called, include?: readonly string[]): Promise<unknown> {
  const params = { ...leastParams(document, one), ...(include && { include }) };
  const values = one.variables.map((name) => `${name}_9`);
  const send = operations[one.name];
  if (!send) throw new Error(`There is no function ${one.name}`);
  return send(client, ...values, params);
}

/** The paths that an operation lists, in the query or in the body, read from the document as it is written. */
function listed({ operation }: Called): readonly string[] {
  const query = (operation.parameters ?? []).find((one) => "name" in one && one.name === "include");
  const body = Object(operation.requestBody).content?.["application/json"]?.schema.properties;
  const schema = Object(query).schema ?? body?.include;
  return (schema?.items.enum as readonly string[] | undefined) ?? [];
}

const including = all
  .filter((one) => listed(one).length > 0)
  .map((one) => [one.key, one, listed(one)] as const);

/** What stands at the end of a path, of each item where the response is a list. */
function at(response: unknown, path: string): readonly unknown[] {
  const items: unknown = Object(response).data;
  const objects: readonly unknown[] = Array.isArray(items) ? items : [response];
  return objects.map((one) =>
    path.split(".").reduce<unknown>((value, name) => Object(value)[name], one),
  );
}

it("is a parameter of operations of both kinds", () => {
  const methods = including.map(([key]) => key.split(" ")[0]);
  expect(methods.filter((method) => method === "GET").length).toBeGreaterThan(3);
  expect(methods.filter((method) => method === "POST").length).toBeGreaterThan(3);
});

describe("the test fetch", () => {
  it("responds with what the document promises, to every operation", async () => {
    const wrong: string[] = [];
    for (const one of all) {
      const says = validate(one.operation, await call(one));
      if (says !== "") wrong.push(`${one.key}: ${says}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(including)("%s: has what is asked for, and no more", async (_key, one, paths) => {
    const plain = await call(one);
    for (const path of paths) expect(at(plain, path)[0] ?? null).toBeNull();
    for (const path of paths) {
      const response = await call(one, [path]);
      expect(validate(one.operation, response)).toBe("");
      expect(at(response, path)).toEqual([expect.anything()]);
      for (const other of paths.filter((each) => each !== path))
        expect(at(response, other)[0] ?? null).toBeNull();
    }
    const whole = await call(one, paths);
    for (const path of paths) expect(at(whole, path)).toEqual([expect.anything()]);
  });

  it.each(including)("%s: refuses what is not listed", async (key, one, paths) => {
    const [first = ""] = paths;
    for (const path of ["identitty", `${first}.id`, first.split(".")[0] ?? ""]) {
      if (paths.includes(path)) continue;
      await expect(call(one, [first, path])).rejects.toThrow(`${key}: include[1] must be`);
    }
  });

  it("has null for what is null unless asked for, and nothing for what is absent", async () => {
    const get = operations["getV2CoreAccountsId"];
    const plain: unknown = await get?.(client, "acct_1");
    expect(plain).toMatchObject({ identity: null, configuration: { customer: null } });
    expect(plain).not.toHaveProperty("requirements");
  });

  it("puts an override into what is included", async () => {
    const fetch = testing.createTestFetch({
      "GET /v2/core/accounts/{id}": { identity: { country: "AT" } },
    });
    const own = createClient({ apiKey: "sk_test_1", fetch });
    const account: unknown = await operations["getV2CoreAccountsId"]?.(own, "acct_1", {
      include: ["identity"],
    });
    expect(account).toMatchObject({ identity: { country: "AT", entity_type: "company" } });
  });
});

describe("the reference", () => {
  const files = site.files();

  it.each(including)("%s: lists the paths, each with its type", (_key, one, paths) => {
    const page = site.operations.find(({ link }) => link.file.endsWith(fileOf(one)));
    expect(page?.expand?.items.map(({ path }) => path)).toEqual(paths);
    const text = files.get(`operations/${fileOf(one).replace(".html", ".md")}`) ?? "";
    expect(text).toContain(
      "What `include` names is there; all else of this list is absent, or null.",
    );
    for (const path of paths) expect(text).toMatch(new RegExp(`^- \`${path}\` \`(?!never)`, "m"));
    expect(files.get(`operations/${fileOf(one)}`)).toContain('<a href="#expand">Include</a>');
  });

  it("says what an included property is", () => {
    const text = files.get("operations/GetV2CoreAccountsId.md");
    expect(text).toContain("- `identity` `V2CoreAccountIdentity | null`");
    expect(text).toContain("- `requirements` `V2CoreAccountRequirements`");
  });

  function fileOf({ operation }: Called): string {
    return `${operation.operationId}.html`;
  }
});
