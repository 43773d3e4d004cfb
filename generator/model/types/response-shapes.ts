import type { OperationResponse, Operation, Shape } from "./index.js";

/** The types of all that an operation may return, whatever is asked for, and of its errors. */
export function responseShapes({ response, responses, errors }: Operation): Shape[] {
  const others =
    responses?.contents.slice(1).flatMap((content) => shapesIn(content.response)) ?? [];
  return [...shapesIn(response), ...others, ...(errors === undefined ? [] : [errors.shape])];
}

function shapesIn(response: OperationResponse): Shape[] {
  switch (response.kind) {
    case "json":
      return [response.shape];
    case "page":
    case "lines":
    case "sequence":
      return [response.item];
    case "events":
      return response.variants.flatMap(({ data }) => data ?? []);
    case "mixed":
      return response.contents.flatMap((content) => shapesIn(content.response));
    case "stream":
    case "text":
    case "none":
      return [];
  }
}

/** The types of all that an operation takes besides its path. */
export function paramShapes({ params }: Operation): Shape[] {
  if (params === undefined) return [];
  return [params.shape, ...(params.bodies?.contents.map(({ shape }) => shape) ?? [])];
}
