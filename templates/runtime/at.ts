import { hasBody } from "./methods.js";
import type { PathValue } from "./encode/path.js";
import type { Call, Method } from "./call/request.js";

/**
 * The call of an operation about which there is nothing more to say: `at("POST /pets/{pet}", params, pet)`. Its
 * params go into the body of a POST, PUT or PATCH, else into the query. No variable comes twice in the path.
 */
export function at(
  operation: `${string} /${string}`,
  params?: unknown,
  ...values: readonly PathValue[]
): Call {
  const [method, path = ""] = operation.split(" ");
  const names = path.match(/[^{]+(?=})/g) ?? [];
  return {
    method: method as Method,
    path,
    pathParams: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""])),
    [hasBody(method) ? "body" : "query"]: params,
  };
}
