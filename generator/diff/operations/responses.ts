/** Changes between what two versions of an operation return. */
import type {
  OperationResponse,
  EventsResponse,
  Operation,
  Pagination,
  ResponseHeader,
  Shape,
} from "../../model/types/index.js";
import { allAt, type Change, change, type Spot } from "../rules/change.js";
import { compareMediaTypes } from "./media-types.js";
import { compareShapes } from "../shapes/shapes.js";
import type { View } from "../shapes/view.js";

export function compareResponses(old: Operation, now: Operation, view: View, spot: Spot): Change[] {
  const at = { pointer: `${spot.pointer}/responses`, symbol: `${spot.symbol}()` };
  const errors = { ...at, symbol: now.errors?.name ?? old.errors?.name ?? "" };
  const asked =
    old.accept === now.accept ? [] : [change("media-type-changed", at, old.accept, now.accept)];
  const both = compareMediaTypes(choicesOf(old), choicesOf(now), at, (was, is) =>
    compareResponse(was, is, view, at),
  );
  return allAt(at.pointer, [
    ...asked,
    ...compareHeaders(old.responseHeaders, now.responseHeaders, at),
    ...comparePages(old.pagination, now.pagination, at),
    ...compareResponse(old.response, now.response, view, at),
    ...both,
    ...compareErrors(old.errors?.shape, now.errors?.shape, view, errors),
  ]);
}

function compareHeaders(
  old: readonly ResponseHeader[] = [],
  now: readonly ResponseHeader[] = [],
  at: Spot,
): Change[] {
  const known = (headers: readonly ResponseHeader[], wanted: ResponseHeader) =>
    headers.find(({ name }) => name.toLowerCase() === wanted.name.toLowerCase());
  const added = now.filter((header) => known(old, header) === undefined);
  return [
    ...old.flatMap((header): Change[] => {
      const is = known(now, header);
      if (is === undefined) return [change("response-header-removed", at, header.name)];
      if (is.required === header.required) return [];
      return header.required
        ? [change("response-header-became-optional", at, header.name, is.name)]
        : [change("response-header-became-required", at, header.name, is.name)];
    }),
    ...added.map(({ name }) => change("response-header-added", at, undefined, name)),
  ];
}

/** A promise of pages is one of the first page, too. */
function comparePages(
  old: Pagination | undefined,
  now: Pagination | undefined,
  at: Spot,
): Change[] {
  if (old === undefined || now !== undefined) return [];
  return [change("response-kind-changed", at, "page", "json")];
}

/** What may be asked for besides the default. */
function choicesOf({ responses }: Operation): ReadonlyMap<string, OperationResponse> {
  return new Map(
    responses?.contents.slice(1).map(({ mediaType, response }) => [mediaType, response]),
  );
}

function compareErrors(
  old: Shape | undefined,
  now: Shape | undefined,
  view: View,
  at: Spot,
): Change[] {
  if (old !== undefined && now !== undefined) return compareShapes(old, now, view, at);
  if (now !== undefined) return [change("error-bodies-added", at)];
  return old === undefined ? [] : [change("error-bodies-removed", at)];
}

function compareResponse(
  old: OperationResponse,
  now: OperationResponse,
  view: View,
  at: Spot,
): Change[] {
  if (old.kind !== now.kind) return [change("response-kind-changed", at, old.kind, now.kind)];
  if (old.kind === "json" && now.kind === "json") {
    return [
      ...compareEmptiness(old.mayBeEmpty, now.mayBeEmpty, at),
      ...compareShapes(old.shape, now.shape, view, at),
    ];
  }
  if (old.kind === "page" && now.kind === "page" && old.list.result !== now.list.result) {
    return [change("response-kind-changed", at, old.list.result, now.list.result)];
  }
  if ("item" in old && "item" in now) return compareShapes(old.item, now.item, view, at);
  if (old.kind === "events" && now.kind === "events") return compareEvents(old, now, view, at);
  if (old.kind === "mixed" && now.kind === "mixed") {
    const [was, is] = [old, now].map(
      ({ contents }) => new Map(contents.map(({ mediaType, response }) => [mediaType, response])),
    );
    return compareMediaTypes(was ?? new Map(), is ?? new Map(), at, (one, other) =>
      compareResponse(one, other, view, at),
    );
  }
  return [];
}

function compareEmptiness(old: boolean, now: boolean, at: Spot): Change[] {
  if (old === now) return [];
  return [
    now
      ? change("response-type-widened", at, undefined, "nothing")
      : change("response-type-narrowed", at, "nothing"),
  ];
}

/** One union of all kinds of events, told apart by their names. */
function compareEvents(old: EventsResponse, now: EventsResponse, view: View, at: Spot): Change[] {
  return compareShapes(eventsShape(old), eventsShape(now), view, {
    ...at,
    symbol: `${at.symbol}[]`,
  });
}

function eventsShape({ variants }: EventsResponse): Shape {
  return {
    anyOf: variants.map(({ data, name }): Shape => ({
      type: "object",
      properties: {
        data: data ?? { type: "string" },
        ...(name === undefined ? {} : { event: { enum: [name] } }),
      },
    })),
  };
}
