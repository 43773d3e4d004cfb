import { respond, type Asked } from "./respond/respond.js";
import { isPlainObject, type TestOperation } from "./document/data.js";
import { document } from "./document/document.js";
import { refusing, TestFetchError } from "./error.js";
import { type Path, problemOf } from "./respond/expand.js";
import { createFinder } from "./request/find.js";
import { suggestion } from "./request/nearest.js";
import { operations } from "./document/operations.js";
import { readRequest } from "./request/read.js";
import { operationOf } from "./document/tables.js";
import type { AnyTestCall, OperationKey, Overrides, TestCall, TestFetch } from "./types.js";

/**
 * A `fetch` that responds from the document, for tests of code that uses the client: no network, no server.
 *
 * Every operation returns an example of what the document promises, with the objects that are asked for in the place of ids.
 * Whatever an override gives stands in its place, property by property; a `Response` is the response itself, for
 * errors of the API.
 *
 * A call of no operation of the document, or with parameters that it does not take, rejects with a
 * {@link TestFetchError}, which no client takes for a response and none repeats.
 *
 * @throws {TypeError} naming an override that is for no operation
 */
export function createTestFetch(overrides: Overrides = {}): TestFetch {
  const keys = Object.keys(operations);
  for (const key of Object.keys(overrides)) {
    if (keys.includes(key)) continue;
    throw new TypeError(`${key} is not an operation of the API${suggestion(key, keys)}`);
  }
  const calls: AnyTestCall[] = [];
  const find = createFinder((key) => Object.hasOwn(overrides, key));

  async function testFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const { pathname } = url;
    const found = find(request.method, url);
    if (typeof found === "string") {
      return refusing(new TestFetchError(`${request.method} ${pathname}`, [found]));
    }
    const { key, path, query } = found;
    const operation = operationOf(key);
    const { params, problems } = await readRequest(
      request.clone(),
      operation,
      path,
      query,
      document.nested,
    );
    const expand = expandPaths(operation, params);
    const { response = null, expand: parameter, listed } = operation;
    const asked = listed ? [] : expand;
    const wrong = [
      ...problems,
      ...asked.flatMap((one) => problemOf(response, one, parameter) ?? []),
    ];
    if (wrong.length > 0) return refusing(new TestFetchError(key, wrong));
    // What was found is one of the operations that there are types of.
    const call: AnyTestCall = { operation: key as OperationKey, path, params, request };
    calls.push(call);
    const given = await overriding(overrides, call);
    request.signal.throwIfAborted();
    return given instanceof Response
      ? given.clone()
      : respond(
          operation,
          { path, pathname, query: url.searchParams, expand } satisfies Asked,
          given,
        );
  }

  return Object.assign(testFetch, {
    calls,
    callsTo: <K extends OperationKey>(operation: K) =>
      calls.filter((call) => call.operation === operation) as unknown as readonly TestCall<K>[],
  });
}

/** What a test has given for a call. */
async function overriding(
  // By name alone: of a large document, the union of all overrides is too much for a compiler.
  overrides: Readonly<Record<string, unknown>>,
  call: AnyTestCall,
): Promise<unknown> {
  const override: unknown = Object.hasOwn(overrides, call.operation)
    ? overrides[call.operation]
    : undefined;
  return typeof override === "function" ? await override(call) : override;
}

function expandPaths(
  { expand, items }: TestOperation,
  params: AnyTestCall["params"],
): readonly Path[] {
  if (expand === undefined) return [];
  const places: readonly unknown[] = [params, params?.["query"], params?.["body"]];
  const paths = places.flatMap((place) => (isPlainObject(place) ? place[expand] : undefined));
  const start = items === undefined ? [] : [items];
  return paths
    .filter((path) => typeof path === "string")
    .map((path) => [...start, ...path.split(".")]);
}
