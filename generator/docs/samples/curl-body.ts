/** Bodies as curl's arguments, as the client encodes them: see `templates/runtime/encode/body.ts`. */
import { essence, isJson, isRange, oneOfRange } from "../../model/content/media-types.js";
import type { Params } from "../../model/types/index.js";
import { nestedPairs, queryPairs, textOf } from "./encode.js";
import { shellWord } from "../../encode/shell.js";
import { FILE } from "./types.js";

export function bodyArguments({ body }: Params, value: unknown): string[] {
  if (body === undefined || value === undefined) return [];
  const sent = isRange(body.mediaType) ? oneOfRange(body.mediaType) : body.mediaType;
  const type = essence(sent);
  if (value === FILE || !isStructured(type)) {
    return [`-H ${shellWord(`Content-Type: ${sent}`)}`, "--data-binary @file"];
  }
  if (isJson(type)) {
    const header = `-H ${shellWord(`Content-Type: ${sent}`)}`;
    return [header, `-d ${shellWord(JSON.stringify(value))}`];
  }
  if (type === "multipart/form-data") return multipart(Object(value), body.nested);
  const pairs = body.nested
    ? nestedPairs(Object(value))
    : queryPairs(flat(Object(value)), { nested: false, styled: [] });
  return pairs.map((pair) => `-d ${shellWord(pair)}`);
}

function isStructured(type: string): boolean {
  return (
    isJson(type) || type === "multipart/form-data" || type === "application/x-www-form-urlencoded"
  );
}

/** What has members is written as JSON. */
function flat(values: object): object {
  const entries = Object.entries(values).map(([name, value]): [string, unknown] => [
    name,
    Array.isArray(value) ? value.map(textOf) : textOf(value),
  ]);
  return Object.fromEntries(entries);
}

function multipart(values: object, nested: boolean): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const all: readonly unknown[] = Array.isArray(value) && !nested ? value : [value];
    return all.flatMap((one) => {
      if (one === FILE) return [`-F ${shellWord(`${name}=@file`)}`];
      const pairs = nested ? nestedPairs({ [name]: one }) : [`${name}=${textOf(one)}`];
      return pairs.map(
        (pair) => `--form-string ${shellWord(nested ? decodeURIComponent(pair) : pair)}`,
      );
    });
  });
}
