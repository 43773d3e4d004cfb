import type { Answer, Operation, Shape } from "./index.js";

/** The types of all that an operation may answer, whatever is asked for, and of its errors. */
export function answerShapes({ answer, answers, errors }: Operation): Shape[] {
  const others = answers?.contents.slice(1).flatMap((content) => shapesIn(content.answer)) ?? [];
  return [...shapesIn(answer), ...others, ...(errors === undefined ? [] : [errors.shape])];
}

function shapesIn(answer: Answer): Shape[] {
  switch (answer.kind) {
    case "json":
      return [answer.shape];
    case "page":
    case "lines":
    case "sequence":
      return [answer.item];
    case "events":
      return answer.variants.flatMap(({ data }) => data ?? []);
    case "mixed":
      return answer.contents.flatMap((content) => shapesIn(content.answer));
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
