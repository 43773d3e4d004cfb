/** The shape of `pagination` at run time. */
import * as v from "valibot";
import { type Entries, text } from "./dialect-schema.js";
import type { AnyPaginationRule, PaginationRule } from "./pagination.js";
import { selector } from "./selector-schema.js";

const path = v.union([text, v.pipe(v.array(text), v.minLength(1))]);

const any = {
  items: v.exactOptional(path),
  more: v.exactOptional(path),
  operations: v.exactOptional(v.pipe(v.array(selector), v.minLength(1))),
} satisfies Entries<AnyPaginationRule>;

const FIRST = "a whole number from 0";
const first = v.pipe(
  v.number(),
  v.check((number) => Number.isSafeInteger(number) && number >= 0, FIRST),
);

type Rule<K> = Extract<PaginationRule, { readonly kind: K }>;

const rules = [
  v.strictObject({
    kind: v.literal("cursor"),
    next: path,
    parameter: text,
    ...any,
  } satisfies Entries<Rule<"cursor">>),
  v.strictObject({ kind: v.literal("url"), next: path, ...any } satisfies Entries<Rule<"url">>),
  v.strictObject({ kind: v.literal("link"), ...any } satisfies Entries<Rule<"link">>),
  v.strictObject({
    kind: v.literal("page"),
    parameter: text,
    first: v.exactOptional(first),
    ...any,
  } satisfies Entries<Rule<"page">>),
  v.strictObject({
    kind: v.literal("offset"),
    parameter: text,
    ...any,
  } satisfies Entries<Rule<"offset">>),
] as const;

export const pagination = v.pipe(v.array(v.variant("kind", [...rules])), v.minLength(1));

/** The names of all options, for who has mistyped one. */
export const PAGINATION_OPTIONS: readonly string[] = rules.flatMap(({ entries }) =>
  Object.keys(entries),
);
