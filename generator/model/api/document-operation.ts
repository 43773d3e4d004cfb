import type { Method, Operation, PathItem } from "../../openapi/index.js";
import type { NameRegistry } from "../names/identifiers.js";
import type { Servers } from "./servers.js";
import type { Shaper } from "../shapes/shape.js";
import type { ExpandGraph } from "../types/index.js";

/** An operation of the document and where it stands. */
export interface DocumentOperation {
  readonly path: string;
  readonly item: PathItem;
  readonly operation: Operation;
  readonly method: Method;
  /** JSON pointer of the operation. */
  readonly pointer: string;
}

/** The operationId, or what stands for one. */
export function idOf({ operation, method, path }: DocumentOperation): string {
  return operation.operationId ?? `${method} ${path}`;
}

/** What naming and shaping an operation needs besides the document. */
export interface OperationTools {
  /** Of what is returned. */
  readonly shaper: Shaper;
  /** Of what is sent. */
  readonly input: Shaper;
  readonly types: NameRegistry;
  readonly expand: ExpandGraph;
  readonly servers: Servers;
}
