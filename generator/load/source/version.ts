import { type Reporter, UnfoldError } from "../../support/diagnostic.js";
import type { SourceFile } from "./file.js";
import { describe, getMember, isObject, type JsonObject, setMember } from "../parse/json-value.js";

/** The minor version of OpenAPI 3 that a document says it is written in. */
export interface Versioned {
  readonly root: JsonObject;
  readonly minor: number;
}

/** Whether a file is an OpenAPI document of a version that can be read. */
export function requireOpenApi(file: SourceFile, reporter: Reporter): Versioned {
  const { root, name } = file;
  const fail = (tokens: string[], code: string, message: string, hint: string): never => {
    throw new UnfoldError({ code, message, location: file.place(tokens), hint });
  };
  if (!isObject(root)) {
    return fail([], "not-openapi", `${name} is ${describe(root)}, not an OpenAPI document`, BEGIN);
  }
  const openapi = getMember(root, "openapi");
  if (openapi === undefined) {
    return fail([], "not-openapi", `${name} has no openapi field`, BEGIN);
  }
  // YAML reads an unquoted `3.1` as a number.
  const version = typeof openapi === "number" ? String(openapi) : openapi;
  if (typeof version !== "string") {
    return fail(
      ["openapi"],
      "not-openapi",
      `openapi is ${describe(version)}, not a version`,
      BEGIN,
    );
  }
  const [, major, minor] = /^(\d+)\.(\d+)(?:\.|$)/.exec(version) ?? [];
  if (major !== "3" || minor === undefined) {
    return fail(["openapi"], "not-openapi", `OpenAPI ${version} is not supported`, BEGIN);
  }
  if (typeof openapi === "number") setMember(root, "openapi", version);
  if (Number(minor) > 1) {
    reporter.warn({
      code: "openapi-version",
      message: `OpenAPI ${version} is read as 3.1 with itemSchema and the method QUERY; what else is new in it is ignored`,
      location: file.place(["openapi"]),
      hint: "Check the generated client where the document uses features of that version",
    });
  }
  return { root, minor: Number(minor) };
}

const BEGIN = "Begin the document with `openapi: 3.0.3` or `openapi: 3.1.0`";
