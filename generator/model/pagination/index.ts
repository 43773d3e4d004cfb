/** Gives operations the way to their next page, by the rules of the configuration. */
import type { PaginationRule } from "../../config/index.js";
import { type ModelContext, warn } from "../context/index.js";
import { matcher } from "../selection/selection.js";
import type { NamedSchema, Operation } from "../types/index.js";
import { match } from "./match.js";
import { proposeRules } from "./propose.js";
import { responseSchemas } from "./shapes.js";

export function paginate(
  context: ModelContext,
  operations: readonly Operation[],
  named: readonly NamedSchema[],
): readonly Operation[] {
  const { pagination: rules, dialect } = context;
  if (dialect?.templates !== undefined) return operations;
  const schemas = responseSchemas(named);
  if (rules === undefined) {
    proposeRules(context, operations, schemas);
    return operations;
  }
  const used = new Set<PaginationRule>();
  const paged = operations.map((operation) => {
    for (const rule of rules) {
      if (rule.operations?.some((selector) => matcher(selector)(operation)) === false) continue;
      const pagination = match(rule, operation, schemas);
      if (pagination === undefined) continue;
      used.add(rule);
      return { ...operation, pagination };
    }
    return operation;
  });
  rules.forEach((rule, n) => {
    if (!used.has(rule)) warnUnused(context, rule, n);
  });
  return paged;
}

function warnUnused(context: ModelContext, rule: PaginationRule, n: number): void {
  warn(context, {
    code: "pagination-no-match",
    message: `no operation fits the rule ${n} of pagination: ${JSON.stringify(rule)}`,
    pointer: "/paths",
    hint: "A GET fits whose response has the properties of the rule, and which has its parameter. Correct the rule, or leave it out.",
  });
}
