/** Changes of what the API sends: whoever receives it is a reader. */
import { describe, expect, it } from "vitest";
import { diffModels } from "../../../generator/diff/index.js";
import { modelOf, type Part } from "../../support/model.js";

const PET = { type: "object", required: ["name"], properties: { name: { type: "string" } } };
const BIG_PET = { ...PET, properties: { ...PET.properties, size: { type: "integer" } } };

const request = (schema: object) => ({
  post: { requestBody: { required: true, content: { "application/json": { schema } } } },
});
const webhook = (schema: object) => ({ webhooks: { "new pet": request(schema) } });
const callback = (schema: object) => ({
  paths: {
    "/x": {
      post: { operationId: "subscribe", callbacks: { onPet: { "{$url}": request(schema) } } },
    },
  },
});
const named = (Pet: object): Part => ({
  ...webhook({ $ref: "#/components/schemas/Pet" }),
  paths: { "/x": request({ $ref: "#/components/schemas/Pet" }) },
  components: { schemas: { Pet } },
});

const rules = (before: Part, after: Part): string[] =>
  diffModels(modelOf(before).model, modelOf(after).model)
    .changes.map(({ rule, symbol }) => `${rule} ${symbol}`)
    .filter((line) => !line.startsWith("docs"));

describe("of a webhook", () => {
  it.each<[string, Part, Part, readonly string[]]>([
    ["comes", {}, webhook(PET), ["response-property-added Webhooks.new pet"]],
    ["goes", webhook(PET), {}, ["response-property-removed Webhooks.new pet"]],
    [
      "loses a property",
      webhook(BIG_PET),
      webhook(PET),
      ["response-property-removed Webhooks.new pet.body.size"],
    ],
    [
      "loses a property of a schema that requests have, too",
      named(BIG_PET),
      named(PET),
      ["request-property-removed Pet.size", "response-property-removed Pet.size"],
    ],
    ["stays", webhook(PET), webhook(PET), []],
  ])("that %s", (_, before, after, expected) => {
    expect(rules(before, after).sort()).toEqual(expected);
  });
});

it("of a callback is named by its function", () => {
  expect(rules(callback(BIG_PET), callback(PET))).toEqual([
    "response-property-removed Callbacks.subscribe.onPet.body.size",
  ]);
});
