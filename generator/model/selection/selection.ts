/** Which operations a project wants: the configuration's selectors. */
import type { Selector } from "../../config/index.js";
import { child } from "../../openapi/pointer.js";
import { type Problem, type ModelContext, warn } from "../context/index.js";
import type { Operation } from "../types/index.js";

/** What selectors tell operations by. */
export type Selectable = Pick<Operation, "operationId" | "tags" | "path" | "deprecated">;

/**
 * Tells whether an operation is wanted: some selector of `include` matches, where there are any, and none of `exclude`.
 * Undefined where everything is wanted.
 */
export function createSelection({
  include,
  exclude,
}: Pick<ModelContext, "include" | "exclude">): ((operation: Selectable) => boolean) | undefined {
  if (include === undefined && exclude === undefined) return undefined;
  const included = (include ?? ["path:**"]).map(matcher);
  const excluded = (exclude ?? []).map(matcher);
  return (operation) =>
    included.some((matches) => matches(operation)) &&
    !excluded.some((matches) => matches(operation));
}

/** A selector that finds nothing is likely misspelt; there need not be deprecated operations. */
export function complainUnmatched(context: ModelContext, operations: readonly Selectable[]): void {
  for (const selector of [...(context.include ?? []), ...(context.exclude ?? [])]) {
    if (selector === "deprecated" || operations.some(matcher(selector))) continue;
    const problem: Problem = {
      code: "selector-no-match",
      message: `no operation matches ${JSON.stringify(selector)}`,
      pointer: "/paths",
      hint: "`unfold list` shows all operations; * stands for anything in a name, ** in a path for several segments.",
    };
    warn(context, problem);
  }
}

/** Tells whether a selector means an operation. */
export function matcher(selector: Selector): (operation: Selectable) => boolean {
  if (selector === "deprecated") return ({ deprecated }) => deprecated;
  const colon = selector.indexOf(":");
  const kind = selector.slice(0, colon);
  const pattern = selector.slice(colon + 1);
  if (kind === "path") {
    const glob = globOf(pattern, "[^/]*");
    return ({ path }) => glob.test(path);
  }
  const glob = globOf(pattern, ".*");
  return kind === "tag"
    ? ({ tags }) => tags.some((tag) => glob.test(tag))
    : ({ operationId }) => glob.test(operationId);
}

/** `*` stands for what `star` matches, `**` for anything; a `/**` at the end for nothing, too. */
function globOf(pattern: string, star: string): RegExp {
  const parts = pattern.split(/(\/\*\*$|\*\*|\*)/).map((part) => {
    if (part === "/**") return "(?:/.*)?";
    if (part === "**") return ".*";
    return part === "*" ? star : part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`, "su");
}

/** Warnings wait until it is known what is wanted: nobody needs to fix what is left out. */
export function createWaitingRoom(context: ModelContext): {
  readonly context: ModelContext;
  /** Gives those that are not about what was dropped. */
  release(dropped: readonly string[]): void;
} {
  const waiting: Problem[] = [];
  return {
    context: { ...context, warn: (problem) => void waiting.push(problem) },
    release(dropped) {
      const pointers = new Set(dropped);
      for (const problem of waiting) {
        if (!isWithin(pointers, problem.pointer)) warn(context, problem);
      }
    },
  };
}

/** Whether one of the pointers is this one or leads to something around it. */
function isWithin(pointers: ReadonlySet<string>, pointer: string): boolean {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    if (pointers.has(pointer.slice(0, end))) return true;
  }
  return false;
}

/** JSON pointer of an operation. */
export function operationPointer({ path, method }: Pick<Operation, "path" | "method">): string {
  return `${child("/paths", path)}/${method.toLowerCase()}`;
}
