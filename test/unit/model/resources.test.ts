/** Small document → want: the names of resources and methods. */
import { describe, expect, it } from "vitest";
import type { Resource } from "../../../generator/model/types/index.js";
import { modelOf, type Part } from "../../support/model.js";

const ref = (key: string) => ({ $ref: `#/components/schemas/${key}` });
const json = (schema: object) => ({
  responses: { 200: { content: { "application/json": { schema } } } },
});
const one = json({ type: "object" });
const many = json({ type: "array", items: { type: "object" } });
const none = { responses: { 204: {} } };

type Paths = Record<string, Record<string, object>>;

/** `pets.list` → the method and path it calls. */
function namesOf(paths: Paths, part: Part = {}) {
  const { model, warnings } = modelOf({ ...part, paths }, undefined, "paths");
  const byName = new Map(model.operations.map((operation) => [operation.name, operation]));
  const names: Record<string, string> = {};
  const visit = ({ methods, children }: Resource, path: readonly string[]): void => {
    for (const { name, operations } of methods) {
      const calls = operations.flatMap((id) => byName.get(id) ?? []);
      names[[...path, name].join(".")] = calls
        .map((operation) => `${operation.method} ${operation.path}`)
        .join(", ");
    }
    for (const { name, resource } of children) visit(resource, [...path, name]);
  };
  if (model.resources !== undefined) visit(model.resources, []);
  return { names, warnings: warnings.map(({ code }) => code) };
}

describe("the names of methods", () => {
  it("are those of a collection and its items", () => {
    const paths = {
      "/v1/pet_owners": { get: many, post: one },
      "/v1/pet_owners/{id}": { get: one, post: one, delete: none },
      "/v1/pet_owners/search": { get: many },
    };
    expect(namesOf(paths).names).toEqual({
      "petOwners.list": "GET /v1/pet_owners",
      "petOwners.create": "POST /v1/pet_owners",
      "petOwners.retrieve": "GET /v1/pet_owners/{id}",
      "petOwners.update": "POST /v1/pet_owners/{id}",
      "petOwners.del": "DELETE /v1/pet_owners/{id}",
      "petOwners.search": "GET /v1/pet_owners/search",
    });
  });

  it("carry what lies under an item", () => {
    const paths = {
      "/shops/{shop}/price_lists": { get: many, post: one },
      "/shops/{shop}/price_lists/{list}": { get: one, patch: one, delete: none },
      "/shops/{shop}/price_lists/{list}/entries": { get: many },
      "/shops/{shop}/price_lists/{list}/publish": { post: one },
      "/shops/{shop}/address": { get: one, put: one, delete: none },
    };
    expect(namesOf(paths).names).toEqual({
      "shops.listPriceLists": "GET /shops/{shop}/price_lists",
      "shops.createPriceList": "POST /shops/{shop}/price_lists",
      "shops.retrievePriceList": "GET /shops/{shop}/price_lists/{list}",
      "shops.updatePriceList": "PATCH /shops/{shop}/price_lists/{list}",
      "shops.deletePriceList": "DELETE /shops/{shop}/price_lists/{list}",
      "shops.listPriceListEntries": "GET /shops/{shop}/price_lists/{list}/entries",
      "shops.publishPriceList": "POST /shops/{shop}/price_lists/{list}/publish",
      "shops.retrieveAddress": "GET /shops/{shop}/address",
      "shops.updateAddress": "PUT /shops/{shop}/address",
      "shops.deleteAddress": "DELETE /shops/{shop}/address",
    });
  });

  it("tell what is made from what is done by the response", () => {
    const schemas = { login_link: { type: "object" as const }, Funds: { type: "object" as const } };
    const paths = {
      "/accounts/{id}/login_links": { post: json(ref("login_link")) },
      "/accounts/{id}/funds": { post: json(ref("Funds")) },
      "/accounts/{id}/reject": { post: one },
      "/accounts/{id}/statement": {
        get: { responses: { 200: { content: { "application/pdf": {} } } } },
      },
    };
    expect(Object.keys(namesOf(paths, { components: { schemas } }).names)).toEqual([
      "accounts.createLoginLink",
      "accounts.createFunds",
      "accounts.reject",
      "accounts.statement",
    ]);
  });

  it("are those of a single thing where there is no collection", () => {
    const paths = {
      "/tax/settings": { get: one, post: one },
      "/balance": { get: one },
      "/balance/history": { get: many },
      "/balance/history/{id}": { get: one },
      "/tokens": { post: one },
    };
    expect(Object.keys(namesOf(paths).names)).toEqual([
      "tax.settings.retrieve",
      "tax.settings.update",
      "balance.retrieve",
      "balance.listHistory",
      "balance.retrieveHistory",
      "tokens.create",
    ]);
  });

  it("are not reserved words and no words that objects have other uses for", () => {
    const paths = {
      "/invoices/{id}/void": { post: one },
      "/invoices/{id}/then": { post: one },
      "/invoices/{id}/constructor": { post: one },
    };
    expect(Object.keys(namesOf(paths).names)).toEqual([
      "invoices.voidInvoice",
      "invoices.then_",
      "invoices.constructor_",
    ]);
  });

  it("keep several ways to change an item apart", () => {
    const paths = { "/pets/{id}": { put: one, patch: one, post: one } };
    expect(namesOf(paths).names).toEqual({
      "pets.replace": "PUT /pets/{id}",
      "pets.post": "POST /pets/{id}",
      "pets.update": "PATCH /pets/{id}",
    });
  });

  it("pass over versions and over variables in front", () => {
    const paths = { "/api/v2/{tenant}/pets/{id}": { get: one }, "/": { get: one } };
    expect(Object.keys(namesOf(paths).names)).toEqual(["pets.retrieve", "root.retrieve"]);
  });

  it("are shared by operations that differ in their path parameters, and by no others", () => {
    const paths = {
      "/me": { get: { ...one, "x-unfold-method": "users.retrieve" } },
      "/users/{id}": { get: one },
      "/people/{id}": {
        get: { ...one, operationId: "readPerson", "x-unfold-method": "users.retrieve" },
      },
    };
    const { names, warnings } = namesOf(paths);
    expect(names).toEqual({
      "users.retrieve": "GET /me, GET /users/{id}",
      "users.readPerson": "GET /people/{id}",
    });
    expect(warnings).toContain("method-taken");
  });
});

describe("names that the document gives", () => {
  it("stand in the place of the rule's", () => {
    const paths = {
      "/apple_pay/domains": { get: many },
      "/account": { get: { ...one, "x-unfold-method": ["retrieve", "current"] } },
    };
    const names = { "apple_pay/domains": "applePayDomains", account: ["accounts", "account"] };
    expect(Object.keys(namesOf(paths, { "x-unfold-resources": names }).names)).toEqual([
      "applePayDomains.list",
      "accounts.retrieve",
      "accounts.current",
      "account.retrieve",
      "account.current",
    ]);
  });

  it("are said to be of no use", () => {
    const part = { "x-unfold-resources": { nowhere: "somewhere" } };
    expect(namesOf({}, part).warnings).toEqual(["unused-resource-name"]);
  });

  it.each([["Upper"], [""], ["a-b"], ["a..b"], [[]], [7]])(
    "are refused when they are none: %j",
    (name) => {
      const paths = { "/a": { get: { ...one, "x-unfold-method": name } } };
      expect(() => namesOf(paths)).toThrow(/is not a name/);
    },
  );
});
