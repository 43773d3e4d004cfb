/** What is wrong with the names of operations (OpenAPI 3, "Operation Object", `operationId`). */
import { METHODS } from "../../openapi/index.js";
import { child } from "../../openapi/pointer.js";
import { type ModelContext, warn } from "../context/index.js";
import { camelCase } from "../names/identifiers.js";

/** Warns of operations that share an id, and once of all that have none. */
export function checkOperationIds(context: ModelContext): void {
  const first = new Map<string, string>();
  // As names are told apart: without regard to case.
  const functions = new Map<string, string>();
  const nameless: { readonly title: string; readonly pointer: string }[] = [];
  for (const [path, item] of Object.entries(context.document.paths ?? {})) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined) continue;
      const title = `${method.toUpperCase()} ${path}`;
      const pointer = `${child("/paths", path)}/${method}`;
      const { operationId } = operation;
      const other = operationId === undefined ? undefined : first.get(operationId);
      const name = camelCase(operationId ?? `${method} ${path}`);
      const namesake = functions.get(name.toLowerCase());
      functions.set(name.toLowerCase(), namesake ?? title);
      if (namesake !== undefined && other === undefined) {
        warn(context, {
          code: "duplicate-function-name",
          message: `${title} would be called ${name}, as ${namesake} is`,
          pointer: operationId === undefined ? pointer : `${pointer}/operationId`,
          hint: "Its function gets a number at the end of its name. Give it another operationId.",
        });
      }
      if (operationId === undefined) nameless.push({ title, pointer });
      else if (other === undefined) first.set(operationId, title);
      else {
        warn(context, {
          code: "duplicate-operation-id",
          message: `${title} has the operationId ${JSON.stringify(operationId)}, as ${other} has`,
          pointer: `${pointer}/operationId`,
          hint: "Its function gets a number at the end of its name. Give it an id of its own.",
        });
      }
    }
  }
  const [one] = nameless;
  if (one === undefined) return;
  const lead = nameless.length === 1 ? "" : `${nameless.length} operations have no operationId; `;
  warn(context, {
    code: "missing-operation-id",
    message: lead === "" ? `${one.title} has no operationId` : `${lead}the first is ${one.title}`,
    pointer: one.pointer,
    hint: "Functions of such operations are named after method and path.",
  });
}
