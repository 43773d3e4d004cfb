import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  camelCase,
  moduleName,
  NameRegistry,
  parameterName,
  pascalCase,
  typeName,
} from "../../../generator/model/names/identifiers.js";
import { singular } from "../../../generator/model/names/singular.js";
import { modelOf } from "../../support/model.js";

describe("names", () => {
  it.each([
    ["movies", "movie"],
    ["statuses", "status"],
    ["capabilities", "capability"],
    ["addresses", "address"],
    ["people", "person"],
    ["data", "datum"],
    ["sms", "sms"],
    ["address", "address"],
    ["usage", "usage"],
  ])("turns many %s into one %s", (given, want) => {
    expect(singular(given)).toBe(want);
  });

  it.each([
    ["checkout.session", "CheckoutSession"],
    ["payment_method_card", "PaymentMethodCard"],
    ["deleted_customer", "DeletedCustomer"],
    ["alreadyCamel", "AlreadyCamel"],
    ["URLList", "URLList"],
    ["3d_secure", "_3dSecure"],
    ["", "_"],
    ["äpfel", "Äpfel"],
    ["ユーザー", "ユーザー"],
    ["__proto__", "Proto"],
  ])("turns %j into the type %s", (given, want) => {
    expect(pascalCase(given)).toBe(want);
  });

  it.each([
    ["PostCheckoutSessions", "postCheckoutSessions"],
    ["GetV1URL", "getV1URL"],
    ["URLFor", "urlFor"],
    ["URL", "url"],
    ["list-books", "listBooks"],
    ["delete", "delete_"],
    ["get /books/{id}", "getBooksId"],
  ])("turns %j into the function %s", (given, want) => {
    expect(camelCase(given)).toBe(want);
  });

  it.each([
    ["bank_account", "bank_account"],
    ["X-Id", "xId"],
    ["class", "class_"],
    ["1", "_1"],
  ])("turns %j into the parameter %s", (given, want) => {
    expect(parameterName(given)).toBe(want);
  });

  it.each([
    ["checkout", "checkout"],
    ["../../etc/passwd", "etc-passwd"],
    ["Über Bücher", "uber-bucher"],
    ["", "default"],
    ["ユーザー", "default"],
    ["Index", "index-group"],
    ["CON", "con-group"],
    ["aux ", "aux-group"],
    ["nul.", "nul-group"],
    ["COM¹", "com1-group"],
    ["CON.txt", "con-txt"],
    ["lpt9", "lpt9-group"],
    ["console", "console"],
    ["caf\u00e9", "cafe"],
    ["cafe\u0301", "cafe"],
  ])("turns %j into the file %s", (given, want) => {
    expect(moduleName(given)).toBe(want);
  });

  it("keeps the names of files short, and apart where their ends differ", () => {
    const [a, b, again] = ["a", "b", "a"].map((end) => moduleName("x".repeat(300) + end));
    expect(a).toHaveLength(64);
    expect(a).not.toBe(b);
    expect(a).toBe(again);
  });

  it("makes a file name of any text that every system takes", () => {
    const device = /^(?:aux|con|nul|prn|com\d|lpt\d)$/;
    const words = fc.constantFrom(
      "con",
      "NUL",
      "com1",
      ".",
      " ",
      "/",
      "\\",
      "é",
      "e\u0301",
      "index",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.array(words).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (given) => {
        const name = moduleName(given);
        expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(name).not.toMatch(device);
        expect(name).not.toBe("index");
        expect(name.length).toBeLessThanOrEqual(64);
        expect(moduleName(given.normalize("NFC"))).toBe(moduleName(given.normalize("NFD")));
      }),
    );
  });

  it("does not shadow globals that emitted code uses", () => {
    expect(typeName("error")).toBe("ErrorSchema");
    expect(typeName("Promise")).toBe("PromiseSchema");
    expect(typeName("event")).toBe("Event");
  });

  it("hands out each name once, whatever its case", () => {
    const registry = new NameRegistry(["client"]);
    expect(["a", "A", "a", "client"].map((name) => registry.claim(name))).toEqual([
      "a",
      "A2",
      "a3",
      "client2",
    ]);
  });

  it("never lets a new operation rename an old type", () => {
    const schemas = { GetXParams: { type: "object" as const } };
    const before = modelOf({ components: { schemas } });
    const parameters = [{ name: "q", in: "query" as const, schema: { type: "string" as const } }];
    const paths = { "/x": { get: { operationId: "GetX", parameters } } };
    const after = modelOf({ components: { schemas }, paths });
    expect(after.model.schemas.map(({ name }) => name)).toEqual(
      before.model.schemas.map(({ name }) => name),
    );
    expect(after.model.operations[0]?.params?.name).toBe("GetXParams2");
  });
});
