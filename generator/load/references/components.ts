import { formatPointer } from "../../openapi/pointer.js";
import {
  getMember,
  isObject,
  isReference,
  type JsonObject,
  setMember,
} from "../parse/json-value.js";
import { type ReferableKind, SECTIONS } from "../proof/kinds.js";
import type { Found } from "./library.js";
import type { Origins } from "../places/origins.js";

/** Gives targets from other files a place and a name in the components of the document. */
export class Components {
  readonly #root: JsonObject;
  readonly #origins: Origins;
  /** Pointers into the document, by file URL and pointer. */
  readonly #places = new Map<string, readonly string[]>();

  constructor(root: JsonObject, origins: Origins) {
    this.#root = root;
    this.#origins = origins;
  }

  /** Where a target of another file already stands in the document, itself or inside another. */
  find({ file, tokens }: Found): readonly string[] | undefined {
    for (let length = tokens.length; length >= 0; length -= 1) {
      const rest = tokens.slice(length);
      // A definition gets a name of its own, whatever it was written inside of.
      if (rest.some((token) => token === "definitions" || token === "$defs")) return undefined;
      const place = this.#places.get(file.url + formatPointer(tokens.slice(0, length)));
      if (place !== undefined) return [...place, ...rest];
    }
    return undefined;
  }

  /** Adds a target under a name that is free. */
  add(kind: ReferableKind, found: Found): readonly string[] {
    const section = this.#section(SECTIONS[kind]);
    return this.#put(
      kind,
      section,
      freeName(section, nameOf(found), stemOf(found.file.url)),
      found,
    );
  }

  /**
   * Puts a target in place of the component that is nothing but a reference to it, so that the
   * name the document gives it is its only one. `undefined` when the reference has to stay.
   */
  replace(
    kind: ReferableKind,
    place: readonly string[],
    found: Found,
  ): readonly string[] | undefined {
    const [components, sectionName, name, ...rest] = place;
    if (components !== "components" || sectionName !== SECTIONS[kind]) return undefined;
    if (name === undefined || rest.length > 0 || isReference(found.node)) return undefined;
    const section = this.#section(sectionName);
    const component = getMember(section, name);
    if (!isReference(component) || Object.keys(component).length > 1) return undefined;
    return this.#put(kind, section, name, found);
  }

  #put(kind: ReferableKind, section: JsonObject, name: string, found: Found): readonly string[] {
    const { file, tokens, node } = found;
    setMember(section, name, node);
    this.#origins.graft(section, name, { file, tokens });
    const place = ["components", SECTIONS[kind], name];
    this.#places.set(file.url + formatPointer(tokens), place);
    return place;
  }

  #section(name: string): JsonObject {
    return object(object(this.#root, "components"), name);
  }
}

function object(parent: JsonObject, key: string): JsonObject {
  const value = getMember(parent, key);
  if (isObject(value)) return value;
  const made: JsonObject = {};
  setMember(parent, key, made);
  return made;
}

/** The last token of the pointer, or the name of the file when the target is all of it. */
function nameOf({ file, tokens }: Found): string {
  return identifier(tokens.at(-1) ?? stemOf(file.url));
}

function stemOf(url: string): string {
  const file = new URL(url).pathname.split("/").at(-1) ?? "";
  return identifier(decodeURIComponent(file).replace(/\.[^.]*$/, ""));
}

/** Component names are `^[a-zA-Z0-9._-]+$`. */
function identifier(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, "_") || "_";
}

function freeName(taken: JsonObject, name: string, stem: string): string {
  for (const candidate of [name, `${stem}_${name}`]) {
    if (!Object.hasOwn(taken, candidate)) return candidate;
  }
  for (let number = 2; ; number += 1) {
    const candidate = `${stem}_${name}_${number}`;
    if (!Object.hasOwn(taken, candidate)) return candidate;
  }
}
