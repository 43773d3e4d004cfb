/** The `fetch` for tests, made from the whole of Stripe and called through the generated functions. */
import { beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../../generated/src/client.js";
import * as operations from "../../../generated/src/operations/index.js";
import { createTestFetch } from "../../../generated/src/testing/index.js";
import type { OpenApiDocument } from "../../../generator/openapi/index.js";
import { readDocument } from "../../support/types/document.js";
import { Walk } from "../../support/types/walk.js";
import {
  type Called,
  createValidator,
  jsonResponse,
  leastParams,
  operationsOf,
  stripeDocument,
  type Validate,
} from "../../support/validator.js";

let document: OpenApiDocument;
let called: readonly Called[];
let validate: Validate;
beforeAll(async () => {
  document = await stripeDocument();
  called = operationsOf(document);
  validate = createValidator(document);
});

type Function = (client: object, ...values: readonly unknown[]) => Promise<unknown>;

const functions = new Map<string, unknown>(Object.entries(operations));
const client = createClient({ apiKey: "sk_test_123", fetch: createTestFetch() });

function isFunction(value: unknown): value is Function {
  return typeof value === "function";
}

/** What an operation returns, with an id for each variable of its path; or why it does not. */
async function call(called: Called, expand?: readonly string[]): Promise<unknown> {
  const { name, variables } = called;
  const method = functions.get(name);
  if (!isFunction(method)) throw new Error(`There is no function ${name}`);
  const params = { ...leastParams(document, called), ...(expand && { expand }) };
  const values = variables.map((variable) => `${variable}_9`);
  return method(client, ...values, params).catch((error: unknown) => error);
}

describe("every operation of Stripe", () => {
  it("responds with what the document promises", async () => {
    const wrong: string[] = [];
    for (const one of called) {
      const says = problem(one, await call(one));
      if (says !== "") wrong.push(`${one.key}: ${says}`);
    }
    expect(wrong).toEqual([]);
    expect(called).toHaveLength(534);
  });

  it("has ids where nothing is expanded, and what is asked for where it is", async () => {
    const walk = new Walk(readDocument(new URL("../../../", import.meta.url)));
    const seen = new Set<string>();
    const wrong: string[] = [];
    for (const one of called) {
      const root = walk.rootOf(one.operation as Parameters<Walk["rootOf"]>[0]);
      if (root === undefined) continue;
      const isDeep = !seen.has(JSON.stringify(root)) && seen.size % 3 === 0;
      seen.add(JSON.stringify(root));
      const least = root.list ? 2 : 1;
      const plain = await call(one);
      // Paths of one step for every operation; of two, for every third kind of response.
      for (const { path, type } of walk.valid(root, isDeep ? least + 1 : least)) {
        const segments = path.split(".");
        const response = await call(one, [path]);
        const found = at(response, segments);
        const isObject = /Schemas|ApiList/.test(type);
        const before = segments.length === least ? at(plain, segments) : [];
        const isRight =
          problem(one, response) === "" &&
          found.length > 0 &&
          found.every((value) => value !== undefined && (typeof value === "object") === isObject) &&
          before.every((value) => typeof value !== "object");
        if (!isRight) wrong.push(`${one.key} ${path}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(seen.size).toBeGreaterThan(100);
  });
});

function problem(called: Called, response: unknown): string {
  if (response instanceof Error) return response.message;
  if (jsonResponse(document, called.operation) !== undefined)
    return validate(called.operation, response);
  return response instanceof ReadableStream ? "" : `no stream: ${String(response)}`;
}

/** What stands at the end of a path, in each item of the lists on it. */
function at(value: unknown, [head, ...rest]: readonly string[]): readonly unknown[] {
  if (head === undefined) return [value].flat();
  return [value].flat().flatMap((one) => at(Object(one)[head], rest));
}
