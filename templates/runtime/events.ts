import { items, parseItem } from "./response/lines.js";
import type { Reading } from "./response/read.js";

/** One event of a response of type `text/event-stream` (HTML, section 9.2.6). */
export interface ServerSentEvent<Data = string, Name extends string = string> {
  /** Default: `message`. */
  readonly event: Name;
  readonly data: Data;
  /** The last id that came, of this event or of one before; empty where none did. */
  readonly id: string;
  /** Milliseconds that the API wants to be left alone before it is asked again. */
  readonly retry?: number;
}

/**
 * Server-sent events whose data is text. `timeout` is for each piece that comes. A lost connection is not made again:
 * that is for the caller to decide.
 */
export function events(response: Response, reading: Reading): AsyncIterable<ServerSentEvent> {
  return items(response, reading, parseEvents);
}

/** Server-sent events whose data is JSON. `[DONE]` ends them, as many APIs have it. */
export function jsonEvents(
  response: Response,
  reading: Reading,
): AsyncIterable<ServerSentEvent<unknown>> {
  return items(response, reading, async function* (texts) {
    for await (const event of parseEvents(texts)) {
      if (event.data.trim() === "[DONE]") return;
      yield { ...event, data: parseItem(event.data, response, reading) };
    }
  });
}

/** An event that has not ended is none. */
async function* parseEvents(
  texts: AsyncIterable<string>,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  let data: string[] = [];
  let event = "";
  let id = "";
  let retry: number | undefined;
  for await (const line of linesOf(texts)) {
    if (line) {
      const [, name, value = ""] = /^([^:]*)(?:: ?([^]*))?$/.exec(line) ?? [];
      if (name === "data") data.push(value);
      else if (name === "event") event = value;
      else if (name === "id" && !value.includes("\0")) id = value;
      else if (name === "retry" && /^\d+$/.test(value)) retry = Number(value);
      continue;
    }
    if (data.length)
      yield {
        event: event || "message",
        data: data.join("\n"),
        id,
        ...(retry !== undefined && { retry }),
      };
    data = [];
    event = "";
    retry = undefined;
  }
}

/** Lines end with CR, LF, or both; a CR at the end of a text may be the half of both. */
async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let rest: string[] = [];
  let afterReturn = false;
  for await (const text of texts) {
    if (!text) continue;
    const fresh = afterReturn && text.startsWith("\n") ? text.slice(1) : text;
    afterReturn = text.endsWith("\r");
    const [first = "", ...more] = fresh.split(/\r\n|[\r\n]/);
    rest.push(first);
    for (const next of more) {
      yield rest.join("");
      rest = [next];
    }
  }
}
