import { UnfoldError } from "../../support/diagnostic.js";
import { MAX_DEPTH, tooDeep } from "../parse/depth.js";
import type { Json, JsonObject } from "../parse/json-value.js";
import type { Origins } from "./origins.js";

export function deepFreeze(root: JsonObject, origins: Origins): void {
  const tokens: string[] = [];
  visit(root);

  function visit(value: JsonObject | Json[]): void {
    // Frozen already: a path item that stands at two paths.
    if (Object.isFrozen(value)) return;
    if (tokens.length > MAX_DEPTH) {
      // Where it begins: the whole pointer would fill the screen.
      throw new UnfoldError({ ...tooDeep(""), location: origins.locate(tokens.slice(0, 8)) });
    }
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) below(String(index), value[index]);
    } else {
      for (const key of Object.keys(value)) below(key, value[key]);
    }
    Object.freeze(value);
  }

  function below(key: string, value: Json | undefined): void {
    if (typeof value !== "object" || value === null) return;
    tokens.push(key);
    visit(value);
    tokens.pop();
  }
}
