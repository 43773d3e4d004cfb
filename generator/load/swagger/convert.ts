import { type Reporter, UnfoldError } from "../../support/diagnostic.js";
import { clone, isObject, type Json, type JsonObject } from "../parse/json-value.js";
import type { SourceFile } from "../source/file.js";
import { encodeArrays } from "./forms.js";
import { asWritten } from "./places.js";

/** Not a name that a document could have by chance: the library writes what it says into the document. */
const WARNING = "x-unfold-swagger-warning";

const INSTALL =
  "Install what converts it, `npm i -D swagger2openapi`, or convert it to OpenAPI 3 yourself";

/**
 * A file that is written in Swagger 2.0 as OpenAPI 3.0. What the conversion loses or corrects is a warning.
 *
 * @throws UnfoldError where the library is not installed, or cannot convert the document
 */
export async function convertSwagger(file: SourceFile, reporter: Reporter): Promise<SourceFile> {
  const { root: swagger, name } = file;
  if (!isObject(swagger)) return file;
  const location = file.place(["swagger"]);
  const fail = (code: string, message: string, hint: string, cause: unknown): never => {
    throw new UnfoldError({ code, message, location, hint }, { cause });
  };
  const library = await import("swagger2openapi").catch((error: unknown) =>
    Reflect.get(Object(error), "code") === "ERR_MODULE_NOT_FOUND"
      ? fail("swagger-2", `${name} is written in Swagger 2.0`, INSTALL, error)
      : fail("swagger-2", "swagger2openapi cannot be loaded", "Install it again", error),
  );
  const convert = (patch: boolean) =>
    library.convertObj(clone(swagger), { patch, warnOnly: true, warnProperty: WARNING, text: " " });
  const { openapi } = await convert(false)
    .catch((error: unknown) => {
      const [, problem] = /^\(Patchable\) (.*)/s.exec(reasonOf(error)) ?? [];
      if (problem === undefined) throw error;
      reporter.warn({
        code: "swagger-2-corrected",
        message: `swagger2openapi has corrected ${name}: ${problem}`,
        location,
        hint: "Correct it in the document; there may be more of it",
      });
      return convert(true);
    })
    .catch((error: unknown) => {
      if (error instanceof UnfoldError) throw error;
      const message = `swagger2openapi cannot convert ${name}: ${reasonOf(error)}`;
      return fail("swagger-2", message, "Correct the document, or convert it by hand", error);
    });
  const root = plain(openapi);
  encodeArrays(swagger, root);
  const converted: SourceFile = {
    ...file,
    root,
    place: (tokens) => file.place(asWritten(swagger, root, tokens)),
  };
  tellWarnings(converted, root, reporter);
  return converted;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Without what only JavaScript has; the library gives objects of its own. */
function plain(openapi: unknown): JsonObject {
  return JSON.parse(JSON.stringify(openapi)) as JsonObject;
}

/** Says what the library has written into the document, and takes it out. */
function tellWarnings(file: SourceFile, root: Json, reporter: Reporter): void {
  const visit = (node: Json, tokens: readonly string[]): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key !== WARNING) {
        visit(value, [...tokens, key]);
        continue;
      }
      delete (node as JsonObject)[key];
      reporter.warn({
        code: "swagger-2-lost",
        message: `swagger2openapi: ${String(value)}`,
        location: file.place(tokens),
        hint: "OpenAPI 3 cannot say this so; check the client there",
      });
    }
  };
  visit(root, []);
}
