import { type Reporter, UnfoldError } from "../../support/diagnostic.js";
import { describe, isObject, type Json, type JsonObject, setMember } from "../parse/json-value.js";
import type { Origins } from "../places/origins.js";

export type Container = JsonObject | Json[];

/** What is wrong with the values that a walk meets, told with the place where the walk is. */
export class Problems {
  readonly #tokens: readonly string[];
  readonly #origins: Origins;
  readonly #reporter: Reporter;

  /** `tokens` lead to the value that is looked at; the walk changes them as it goes. */
  constructor(tokens: readonly string[], origins: Origins, reporter: Reporter) {
    this.#tokens = tokens;
    this.#origins = origins;
    this.#reporter = reporter;
  }

  /** Drops a wrong value on which nothing depends. */
  drop(expected: string, value: Json, container: Container, key: string): void {
    if (!isObject(container)) this.refuse(expected, value, container);
    this.#warn(`${this.#wrong(expected, value, container)}; it is ignored`, FIX);
    delete container[key];
  }

  /** A wrong value without which its object means nothing. */
  refuse(expected: string, value: Json, container: Container): never {
    this.fail("wrong-type", this.#wrong(expected, value, container));
  }

  /** Reads nothing at all, as YAML's empty value, as an empty object; refuses anything else. */
  empty(expected: string, value: Json, container: Container, key: string): JsonObject {
    if (value !== null) this.refuse(expected, value, container);
    this.#warn(`${this.#name(container)} is empty; it is read as an empty object`, "Write {}");
    const object: JsonObject = {};
    put(container, key, object);
    return object;
  }

  /** Reads a number or a boolean as the string that was meant. */
  quote(value: number | boolean, container: Container, key: string): void {
    this.#warn(this.#wrong("a string", value, container), "Put it in quotes");
    put(container, key, String(value));
  }

  /** Puts an empty object in the place of one that is wrong, and of nothing else. */
  letThrough(error: unknown, container: Container, key: string): void {
    if (!(error instanceof UnfoldError) || !PROBLEMS.has(error.diagnostic.code)) throw error;
    const hint = "It is taken as unknown, because the project is lenient.";
    this.#reporter.warn({ ...error.diagnostic, hint });
    put(container, key, {});
  }

  fail(code: string, message: string): never {
    const location = this.#origins.locate(this.#tokens);
    throw new UnfoldError({ code, message, location, hint: FIX });
  }

  #warn(message: string, hint: string): void {
    const location = this.#origins.locate(this.#tokens);
    this.#reporter.warn({ code: "wrong-type", message, location, hint });
  }

  #wrong(expected: string, value: Json, container: Container): string {
    const found = typeof value === "string" ? JSON.stringify(value) : describe(value);
    return `${this.#name(container)} has to be ${expected}, not ${found}`;
  }

  /** `tags`, or `item 0 of tags`. */
  #name(container: Container): string {
    const [parent = "", key = ""] = this.#tokens.slice(-2);
    return Array.isArray(container) ? `item ${key} of ${parent}` : key;
  }
}

/** The codes of what {@link Problems} refuses. */
const PROBLEMS = new Set(["wrong-type", "missing-field"]);

const FIX = "Fix the document, or correct it with an overlay";

function put(container: Container, key: string, value: Json): void {
  if (Array.isArray(container)) container[Number(key)] = value;
  else setMember(container, key, value);
}
