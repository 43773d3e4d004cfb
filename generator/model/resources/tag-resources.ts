/** Resources by tag: each tag a resource, its methods named by operationIds, without the tag where they begin with it. */
import { camelCase } from "../names/identifiers.js";
import type { Operation } from "../types/index.js";

/** The resource of an operation: its first tag, else what its module is named after. */
export function tagResource({ tags, module }: Operation): string {
  return camelCase(tags[0] ?? module).replace(/_$/, "");
}

/** Function → its method. What would be called like another keeps the whole of its name. */
export function tagMethods(operations: readonly Operation[]): ReadonlyMap<string, string> {
  const whole = new Map(operations.map((operation) => [operation.name, nameOf(operation)]));
  const short = new Map(operations.map((operation) => [operation.name, withoutTag(operation)]));
  const counts = new Map<string, number>();
  const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { name } of operations) {
    const names = new Set([short.get(name) ?? "", whole.get(name) ?? ""]);
    for (const one of names) count(one);
  }
  return new Map(
    operations.map(({ name }) => {
      const wanted = short.get(name) ?? "";
      return [name, counts.get(wanted) === 1 ? wanted : (whole.get(name) ?? name)];
    }),
  );
}

/** A property may have any name: only a variable could not be called `delete`. */
function nameOf({ operationId }: Operation): string {
  return camelCase(operationId).replace(/_$/, "");
}

/** `pets_list`, `petsList` and `pets/list` of the tag `pets` are `list`. */
function withoutTag(operation: Operation): string {
  const { operationId, tags } = operation;
  const tag = wordsOf(tags[0] ?? "")
    .join("")
    .toLowerCase();
  const words = wordsOf(operationId);
  const end = words.findIndex(
    (_, n) =>
      words
        .slice(0, n + 1)
        .join("")
        .toLowerCase() === tag,
  );
  const rest = words.slice(end + 1);
  if (tag === "" || end < 0 || !/^\p{L}/u.test(rest[0] ?? "")) return nameOf(operation);
  return nameOf({ ...operation, operationId: rest.join(" ") });
}

/** `petsGetHTMLPage2` → `pets Get HTML Page2` */
function wordsOf(text: string): string[] {
  return (
    text.match(/\p{Lu}+(?!\p{Ll})\p{Nd}*|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+\p{Nd}*|\p{Nd}+/gu) ?? []
  );
}
