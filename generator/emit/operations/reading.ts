/** How an operation tells the runtime what to ask for and how to read it, where the client would not do so by itself. */
import type { Operation, OperationResponse } from "../../model/types/index.js";
import { constantObject, stringLiteral } from "../code/encode.js";
import type { ModuleWriter } from "../names/open-module.js";

/** The call's `accept` and `read` fields. */
export function readingFields(
  writer: ModuleWriter,
  {
    accept,
    response,
    responses,
    redirects,
  }: Pick<Operation, "accept" | "response" | "responses" | "redirects">,
): string[] {
  const reading = (text: string | undefined): string | undefined =>
    redirects === undefined ? text : `${writer.imports.symbol("orRedirect")}(${text ?? ""})`;
  const isPlain = writer.dialect === undefined;
  if (responses !== undefined) {
    const [first] = responses.contents;
    const wanted = `options?.accept ?? ${stringLiteral(first?.mediaType ?? "")}`;
    const readers = responses.contents.map((content): [string, string] => [
      content.mediaType,
      reader(writer, content.response) ?? "undefined",
    ]);
    return [
      `accept: ${wanted}`,
      `read: ${reading(`(${constantObject(readers)})[${wanted}]`) ?? ""}`,
    ];
  }
  const read = reading(reader(writer, response));
  return [
    ...(accept === undefined || !isPlain ? [] : [`accept: ${stringLiteral(accept)}`]),
    ...(read === undefined ? [] : [`read: ${read}`]),
  ];
}

/** The reader of a response; undefined for the client's own, which reads JSON. */
export function reader(writer: ModuleWriter, response: OperationResponse): string | undefined {
  const { imports } = writer;
  switch (response.kind) {
    case "page":
      return undefined;
    case "json":
      return response.mayBeEmpty ? imports.symbol("optional") : undefined;
    case "none":
    case "text":
    case "stream":
      return imports.symbol(response.kind);
    case "events": {
      const isJson = response.variants.some(({ data }) => data !== undefined);
      return imports.symbol(isJson ? "jsonEvents" : "events");
    }
    case "lines":
      return imports.symbol("lines");
    case "sequence":
      return imports.symbol("sequence");
    case "mixed": {
      const readers = response.contents.map((content): [string, string] => [
        content.mediaType,
        reader(writer, content.response) ?? imports.symbol("optional"),
      ]);
      return `${imports.symbol("byMediaType")}(${constantObject(readers)})`;
    }
  }
}
