/** The cases of all rules, each with the document that it edits and how that is read. */
import { fileURLToPath } from "node:url";
import type { Project } from "../../../../generator/config/index.js";
import { BASE, type Case, CASES, CLASS_BASE, CLASS_CASES, classDialect } from "./index.js";

export const TEMPLATES = fileURLToPath(new URL("../../../../templates/stripe", import.meta.url));

/** What the documents say of ids needs no templates. */
const EXPANSION = {
  parameters: [{ name: "expand" }],
  targets: "x-expansionResources",
  fields: "x-expandableFields",
};

/** Cases that edit the same document, by the same configuration. */
export interface Family {
  readonly name: string;
  readonly base: string;
  readonly cases: readonly Case[];
  readonly project: Partial<Project>;
}

const PLAIN: Family = {
  name: "plain",
  base: BASE,
  cases: CASES,
  project: { dialect: { expansion: EXPANSION } },
};

export const FAMILIES: readonly Family[] = [
  PLAIN,
  {
    name: "class",
    base: CLASS_BASE,
    cases: CLASS_CASES,
    project: { dialect: classDialect(TEMPLATES), resources: "paths" },
  },
];

export const ALL = FAMILIES.flatMap((family) => family.cases.map((one) => ({ ...one, family })));

/** Which documents a case stands between: `base`, one named as its rule, or another. */
export function sides({ rule, edit }: Case): readonly [before: string, after: string] {
  return typeof edit === "object" ? ["base", rule] : [edit, "base"];
}

/** All documents of a family, by name. */
export function documentsOf({ base, cases }: Family): ReadonlyMap<string, string> {
  const edited = cases.flatMap(({ rule, edit }) =>
    typeof edit === "object" ? [[rule, edit.reduce(replace, base)] as const] : [],
  );
  return new Map([["base", base], ...edited]);
}

function replace(text: string, [find, replacement]: readonly [string, string]): string {
  if (!text.includes(find)) throw new Error(`the base document does not hold ${find}`);
  return text.replace(find, () => replacement);
}
