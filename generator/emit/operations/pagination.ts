/** How an operation tells the runtime of its pages. */
import type { Pagination } from "../../model/types/index.js";
import { literal } from "../code/literal.js";
import { stringLiteral } from "../code/encode.js";
import type { ModuleWriter } from "../names/open-module.js";

const WAYS = {
  cursor: "byCursor",
  url: "byUrl",
  link: "byLink",
  page: "byPage",
  offset: "byOffset",
} as const;

/** `byCursor({ items: ["data"], next: ["next"], parameter: "cursor" })` */
export function wayText({ imports }: ModuleWriter, pagination: Pagination): string {
  // What only the `fetch` for tests needs is left out.
  const { kind, item: _, end: __, ...options } = { end: undefined, ...pagination };
  return literal(options, `${imports.symbol(WAYS[kind])}(`, ")", Infinity);
}

/** `PagePromise<Result<PetPage>, ItemAt<PetPage, ["data"]>>` */
export function pagesType(
  { imports }: ModuleWriter,
  { items }: Pagination,
  type: string,
  result: string,
): string {
  const path = `[${items.map(stringLiteral).join(", ")}]`;
  const promise = imports.symbol("runtime/pages#PagePromise");
  return `${promise}<${result}, ${imports.symbol("ItemAt")}<${type}, ${path}>>`;
}
