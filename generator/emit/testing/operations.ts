/** What a test's `fetch` knows of each operation. */
import type { Examples, Template } from "../../examples/index.js";
import type { Encoding } from "../../openapi/index.js";
import type { Group, Model, Operation, Params } from "../../model/types/index.js";
import { isPrimitive } from "../operations/call.js";
import { type Kind, kindOf } from "./kinds.js";

/** One operation, as plain data. */
export interface TestOperation {
  /** Kinds of the path's variables that are no text. */
  readonly path?: Kind;
  readonly query?: Kind;
  readonly header?: Kind;
  readonly cookie?: Kind;
  readonly body?: Kind;
  /** By place and name: how a value is written where it is not OpenAPI's default there. */
  readonly styles?: Readonly<Record<string, Readonly<Record<string, StyleName>>>>;
  /** The groups that the function's params have; absent where they have none. */
  readonly groups?: readonly Group[];
  readonly answer?: Template;
  /** The path's variable that is the answer's `id`. */
  readonly id?: string;
  readonly page?: true;
  readonly needsBody?: boolean;
  /** Takes `expand`, which is not among the parameters then. */
  readonly expand?: boolean;
  /** Where it is not `application/json`. */
  readonly mediaType?: string;
  /** What is answered instead of one JSON value. */
  readonly reads?: TestReads;
}

/** A style, `!` behind it where it is not exploded. */
type StyleName = string;

const KINDS = ["path", "query", "header", "cookie", "body"] as const;

/** The parts of an operation that are kinds. */
export function kindsOf(operation: TestOperation): readonly (readonly [part: string, Kind])[] {
  const found: [string, Kind][] = [];
  for (const part of KINDS) {
    const kind = operation[part];
    if (kind !== undefined) found.push([part, kind]);
  }
  return found;
}

/** By method and path, in the document's order. */
export function testOperations(
  { operations }: Model,
  { answers }: Examples,
): readonly (readonly [key: string, operation: TestOperation])[] {
  return operations.map((operation) => {
    const key = `${operation.method} ${operation.path}`;
    const { template, page = false, id, mediaType } = answers.get(key) ?? {};
    const reads = readsOf(operation);
    const data = {
      ...pathKinds(operation),
      ...(operation.params === undefined ? {} : paramKinds(operation.params)),
      ...(template === undefined ? {} : { answer: template }),
      ...(id === undefined ? {} : { id }),
      ...(page ? { page } : {}),
      ...(mediaType === undefined ? {} : { mediaType }),
      ...(reads === undefined ? {} : { reads }),
    };
    return [key, data];
  });
}

type TestReads = "stream" | "text" | "events" | "lines" | "sequence";

function readsOf({ answer }: Operation): TestReads | undefined {
  // Of several media types, the first is answered.
  const { kind } = answer.kind === "mixed" ? (answer.contents[0]?.answer ?? answer) : answer;
  return kind === "json" || kind === "page" || kind === "none" || kind === "mixed"
    ? undefined
    : kind;
}

function pathKinds({ pathParameters }: Operation): { path?: Kind } {
  const kinds = pathParameters.flatMap(({ name, shape, style }): [string, Kind][] => {
    const isPlain = style === "simple" && isPrimitive(shape.type);
    const kind = isPlain ? kindOf(shape) : "any";
    return kind === "string" ? [] : [[name, kind]];
  });
  return kinds.length === 0 ? {} : { path: Object.fromEntries(kinds) };
}

function paramKinds(params: Params): Partial<Omit<TestOperation, "answer">> {
  const { shape, placement, groups, body, bodies, required } = params;
  const kinds = groups.map((group): [Group, Kind] => {
    const part = placement === "grouped" ? (shape.properties?.[group] ?? {}) : shape;
    if (group !== "body" || bodies === undefined) return [group, kindOf(part)];
    return [group, ["or", ...bodies.contents.map((content) => kindOf(content.shape))]];
  });
  const needsBody = placement === "grouped" ? shape.required?.includes("body") === true : required;
  const styles = stylesOf(params);
  return {
    ...Object.fromEntries(kinds.filter(([group]) => group !== "path")),
    ...(placement === "grouped" ? { groups } : {}),
    ...(body !== undefined && needsBody ? { needsBody } : {}),
    ...(Object.keys(styles).length === 0 ? {} : { styles }),
    ...(params.expand ? { expand: true } : {}),
  };
}

/** Only what deviates: with brackets around all, nothing in a form does. */
function stylesOf({ styled, body }: Params): NonNullable<TestOperation["styles"]> {
  const places = new Map<string, [name: string, style: string][]>();
  const inForm = body === undefined || body.nested ? [] : encodings(body.encoding);
  for (const { in: place, name, style, explode } of [...styled, ...inForm]) {
    const written = explode || style === "json" ? style : `${style}!`;
    places.set(place, [...(places.get(place) ?? []), [name, written]]);
  }
  return Object.fromEntries(
    Array.from(places, ([place, names]) => [place, Object.fromEntries(names)]),
  );
}

/** Properties of a form that have a style (OpenAPI 3, "Encoding Object"). */
function encodings(encoding: Readonly<Record<string, Encoding>>) {
  return Object.entries(encoding).flatMap(([name, { style, explode }]) => {
    if (style === undefined && explode === undefined) return [];
    const written = style ?? "form";
    return [{ in: "body", name, style: written, explode: explode ?? written === "form" }];
  });
}
