/** How an operation tells the runtime what to ask for and how to read it, where the client would not do so by itself. */
import type { Answer, Operation } from "../../model/types/index.js";
import { constantObject, stringLiteral } from "../code/encode.js";
import type { OperationWriter } from "./operations.js";

/** The call's `accept` and `read` fields. */
export function readingFields(
  writer: OperationWriter,
  { accept, answer, answers }: Pick<Operation, "accept" | "answer" | "answers">,
): string[] {
  const isPlain = writer.dialect === undefined;
  if (answers !== undefined) {
    const [first] = answers.contents;
    const wanted = `options?.accept ?? ${stringLiteral(first?.mediaType ?? "")}`;
    const readers = answers.contents.map((content): [string, string] => [
      content.mediaType,
      reader(writer, content.answer) ?? "undefined",
    ]);
    return [`accept: ${wanted}`, `read: (${constantObject(readers)})[${wanted}]`];
  }
  const read = reader(writer, answer);
  return [
    ...(accept === undefined || !isPlain ? [] : [`accept: ${stringLiteral(accept)}`]),
    ...(read === undefined ? [] : [`read: ${read}`]),
  ];
}

/** The reader of an answer; undefined for the client's own, which reads JSON. */
export function reader(writer: OperationWriter, answer: Answer): string | undefined {
  const { imports } = writer;
  switch (answer.kind) {
    case "page":
      return undefined;
    case "json":
      return answer.mayBeEmpty ? imports.symbol("optional") : undefined;
    case "none":
    case "text":
    case "stream":
      return imports.symbol(answer.kind);
    case "events": {
      const isJson = answer.variants.some(({ data }) => data !== undefined);
      return imports.symbol(isJson ? "jsonEvents" : "events");
    }
    case "lines":
      return imports.symbol("lines");
    case "sequence":
      return imports.symbol("sequence");
    case "mixed": {
      const readers = answer.contents.map((content): [string, string] => [
        content.mediaType,
        reader(writer, content.answer) ?? imports.symbol("optional"),
      ]);
      return `${imports.symbol("byMediaType")}(${constantObject(readers)})`;
    }
  }
}
