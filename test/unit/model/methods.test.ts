import { expect, it } from "vitest";
import { hasBody } from "../../../generator/model/types/methods.js";
import { METHODS } from "../../../generator/openapi/index.js";
import * as runtime from "../../../templates/runtime/methods.js";

it("have a body or a query alike, in what is emitted and at run time", () => {
  const methods = METHODS.map((method) => method.toUpperCase() as Uppercase<typeof method>);
  expect(methods.filter((method) => runtime.hasBody(method))).toEqual(methods.filter(hasBody));
  expect(methods.filter(hasBody)).toEqual(["PUT", "POST", "PATCH", "QUERY"]);
});
