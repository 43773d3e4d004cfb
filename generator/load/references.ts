import { type Location, type Reporter, UnfoldError } from "../diagnostic.js";
import { escapeToken, formatPointer } from "../pointer.js";
import { findCircle, type Link } from "./circles.js";
import { Components } from "./components.js";
import type { SourceFile } from "./file.js";
import { absolute, baseAt } from "./identifiers.js";
import {
  describe,
  getMember,
  isObject,
  itemOf,
  type Json,
  type JsonObject,
  setMember,
} from "./json-value.js";
import { type ReferableKind, shapeAt } from "./kinds.js";
import type { Base, Found, Library, Problem } from "./library.js";
import type { Origins } from "./origins.js";
import { type PathItemSlot, putPathItem } from "./path-items.js";
import { type Spot, Walk } from "./walk.js";

/** A document whose references are being resolved. */
export interface Unresolved {
  readonly file: SourceFile;
  readonly root: JsonObject;
  readonly origins: Origins;
  readonly library: Library;
  readonly reporter: Reporter;
}

/**
 * Proves the shapes of a document and resolves its references, in place.
 * Afterwards each `$ref` is `#` and a pointer into the document, and path items hold none.
 */
export async function resolveReferences(document: Unresolved): Promise<void> {
  await new Resolver(document).run();
}

/** A reference, and what to do once its target is known. */
interface Request {
  readonly kind: ReferableKind;
  readonly ref: string;
  readonly base: Base;
  /** Of the `$ref` itself. */
  readonly tokens: readonly string[];
  settle(place: readonly string[], target: Json): void;
  fail(problem: Problem): void;
  /** Set for path items: their target is put in place of the reference. */
  readonly slot?: PathItemSlot;
}

interface Start {
  readonly kind: ReferableKind;
  readonly base: Base;
  readonly tokens: readonly string[];
}

interface Known {
  readonly ref: string;
  readonly target: Json;
}

class Resolver {
  readonly #document: Unresolved;
  readonly #components: Components;
  readonly #walk: Walk;
  readonly #rootBase: Base;
  #base: Base;
  /** Requests whose target is in another file: answered between two walks. */
  #waiting: Request[] = [];
  #starts: Start[] = [];
  /** Objects whose references are resolved; more than one way may lead to an object. */
  readonly #done = new Set<object>();
  /** The kind of each target about which the specification says nothing. */
  readonly #kinds = new Map<Json, ReferableKind>();
  readonly #links = new Map<Json, Link>();
  readonly #slots: { readonly slot: PathItemSlot; readonly place: readonly string[] }[] = [];
  readonly #hops = new Set<string>();
  /** Answers to references in the document itself, by kind and `$ref`: few are asked only once. */
  readonly #known = new Map<ReferableKind, Map<string, Known>>();

  constructor(document: Unresolved) {
    this.#document = document;
    this.#components = new Components(document.root, document.origins);
    this.#rootBase = { file: document.file, uri: document.file.url };
    this.#base = this.#rootBase;
    this.#walk = new Walk(document.origins, document.reporter, {
      reference: (kind, node, ref, spot) => this.#reference(kind, node, ref, spot),
      mapping: (mapping, tokens) => this.#mapping(mapping, tokens),
      identified: (id) => this.#enter(id),
    });
  }

  async run(): Promise<void> {
    this.#walk.document(this.#document.root);
    while (this.#starts.length + this.#waiting.length > 0) {
      this.#walkStarts();
      await this.#answerWaiting();
    }
    const circle = findCircle(this.#links);
    if (circle !== undefined) this.#fail(CIRCLE, circle.tokens);
    this.#fillSlots();
  }

  #walkStarts(): void {
    const starts = this.#starts;
    this.#starts = [];
    for (const { kind, base, tokens } of starts) {
      const container = follow(this.#document.root, tokens.slice(0, -1));
      if (typeof container !== "object" || container === null) continue;
      this.#base = base;
      this.#walk.start(kind, container, tokens);
    }
  }

  async #answerWaiting(): Promise<void> {
    const requests = this.#waiting;
    this.#waiting = [];
    const { library } = this.#document;
    const places = new Map<string, () => Location>();
    for (const { ref, base, tokens } of requests) {
      const resolution = library.resolve(ref, base);
      if (resolution.is !== "unopened" || places.has(resolution.url)) continue;
      places.set(resolution.url, () => this.#document.origins.locate(tokens));
    }
    await library.open(places);
    for (const request of requests) this.#answer(request, true);
  }

  #reference(kind: ReferableKind, node: JsonObject, ref: string, spot: Spot): void {
    if (kind !== "pathItem") {
      if (this.#done.has(node)) return;
      this.#done.add(node);
    }
    const known = this.#base === this.#rootBase ? this.#known.get(kind)?.get(ref) : undefined;
    if (known !== undefined && kind !== "pathItem" && !isReference(known.target)) {
      if (known.ref !== ref) node["$ref"] = known.ref;
      return;
    }
    const tokens = [...spot.tokens, "$ref"];
    const id = kind === "schema" ? getMember(node, "$id") : undefined;
    const leave = typeof id === "string" ? this.#enter(id) : undefined;
    const base = this.#base;
    leave?.();
    this.#answer({
      kind,
      ref,
      base,
      tokens,
      ...(kind === "pathItem" ? { slot: { ...spot, tokens: tokens.slice(0, -1), node } } : {}),
      settle: (place, target) => {
        const canonical = `#${formatPointer(place)}`;
        node["$ref"] = canonical;
        if (isReference(target)) this.#links.set(node, { target, tokens });
        if (base === this.#rootBase) this.#remember(kind, ref, { ref: canonical, target });
      },
      fail: (problem) => this.#fail(problem, tokens),
    });
  }

  #remember(kind: ReferableKind, ref: string, known: Known): void {
    const answers = this.#known.get(kind);
    if (answers === undefined) this.#known.set(kind, new Map([[ref, known]]));
    else answers.set(ref, known);
  }

  /** Source: OpenAPI 3.1.1, Discriminator Object: a value is a schema's name or a reference. */
  #mapping(mapping: JsonObject, path: readonly string[]): void {
    if (this.#done.has(mapping)) return;
    this.#done.add(mapping);
    for (const [key, value] of Object.entries(mapping)) {
      if (typeof value !== "string") continue;
      const tokens = [...path, key];
      this.#answer({
        kind: "schema",
        ...this.#named(value),
        tokens,
        settle: (place) => setMember(mapping, key, `#${formatPointer(place)}`),
        fail: ({ message, hint }) => {
          const location = this.#document.origins.locate(tokens);
          this.#document.reporter.warn({
            code: "unresolvable-mapping",
            message: `the discriminator maps ${JSON.stringify(key)} to nothing: ${message}`,
            location,
            hint,
          });
          delete mapping[key];
        },
      });
    }
  }

  #named(value: string): { ref: string; base: Base } {
    for (const base of [this.#base, this.#rootBase]) {
      const { root } = base.file;
      if (follow(root, ["components", "schemas", value]) !== undefined) {
        const pointer = `/components/schemas/${encodeURIComponent(escapeToken(value))}`;
        return { ref: `#${pointer}`, base: { file: base.file, uri: base.file.url } };
      }
    }
    return { ref: value, base: this.#base };
  }

  #enter(id: string): () => void {
    const outer = this.#base;
    if (this.#document.library.hasIdentifiers) {
      this.#base = { file: outer.file, uri: absolute(id, outer.uri) };
    }
    return () => {
      this.#base = outer;
    };
  }

  #answer(request: Request, filesAreOpen = false): void {
    const resolution = this.#document.library.resolve(request.ref, request.base);
    switch (resolution.is) {
      case "problem":
        return request.fail(resolution.problem);
      case "unopened":
        this.#waiting.push(request);
        return;
      case "found": {
        const { found } = resolution;
        const problem = this.#misfit(request, found);
        if (problem !== undefined) return request.fail(problem);
        if (found.file === this.#document.file) return this.#settle(request, found.tokens, found);
        // Not during the walk of the document: it would take what is added for its own.
        if (!filesAreOpen) this.#waiting.push(request);
        else if (request.slot !== undefined) this.#bring(request, request.slot, found);
        else this.#settle(request, this.#place(request.kind, found), found);
      }
    }
  }

  #settle(request: Request, place: readonly string[], found: Found): void {
    const { kind, slot } = request;
    if (shapeAt("document", place) === undefined && !this.#kinds.has(found.node)) {
      this.#kinds.set(found.node, kind);
      this.#starts.push({ kind, base: baseOf(found), tokens: place });
    }
    if (slot === undefined) request.settle(place, found.node);
    else this.#slots.push({ slot, place });
  }

  #place(kind: ReferableKind, found: Found): readonly string[] {
    const standing = this.#components.find(found);
    if (standing !== undefined) return standing;
    const place = this.#components.add(kind, found);
    this.#kinds.set(found.node, kind);
    this.#starts.push({ kind, base: baseOf(found), tokens: place });
    return place;
  }

  /** Puts a path item of another file in the place of the reference to it. */
  #bring(request: Request, slot: PathItemSlot, found: Found): void {
    const { origins } = this.#document;
    const hop = JSON.stringify([slot.tokens, found.file.url, found.tokens]);
    if (this.#hops.has(hop)) this.#fail(CIRCLE, request.tokens);
    this.#hops.add(hop);
    if (!isObject(found.node)) return;
    putPathItem(slot, found.node, found, origins);
    this.#starts.push({ kind: "pathItem", base: baseOf(found), tokens: slot.tokens });
  }

  /** Path items of the document itself, when no other file can change them any more. */
  #fillSlots(): void {
    const { root, origins } = this.#document;
    const places = new Map(this.#slots.map(({ slot, place }) => [slot.node, place]));
    for (const { slot, place } of this.#slots) {
      let end = place;
      let target = follow(root, end);
      const chain = new Set<Json | undefined>([slot.node]);
      while (isReference(target)) {
        if (chain.has(target)) this.#fail(CIRCLE, [...slot.tokens, "$ref"]);
        chain.add(target);
        end = places.get(target) ?? end;
        target = follow(root, end);
      }
      if (isObject(target)) putPathItem(slot, target, origins.of(end), origins);
    }
  }

  /** Why the target is not of the kind that the place of the reference asks for. */
  #misfit({ kind, ref }: Request, { file, tokens, node }: Found): Problem | undefined {
    const isDocument = isObject(file.root) && Object.hasOwn(file.root, "openapi");
    const shape = isDocument ? shapeAt("document", tokens) : undefined;
    const actual = shape?.is === "oneOrList" && !Array.isArray(node) ? shape.of : shape;
    const found =
      actual === undefined ? this.#kinds.get(node) : actual.is === "node" ? actual.kind : "";
    const fits = isObject(node) || (kind === "schema" && typeof node === "boolean");
    if (fits && (found === undefined || found === kind)) return undefined;
    const what = found ? `a ${words(found)}` : describe(node);
    return {
      code: "wrong-kind",
      message: `${ref} is ${what}, but this is the place of a ${words(kind)}`,
      hint: `Refer to a ${words(kind)}`,
    };
  }

  #fail(problem: Problem, tokens: readonly string[]): never {
    throw new UnfoldError({ ...problem, location: this.#document.origins.locate(tokens) });
  }
}

const CIRCLE: Problem = {
  code: "circular-ref",
  message: "this reference only leads back to itself",
  hint: "Replace one reference of the circle by what it should stand for",
};

function baseOf({ file, tokens }: Found): Base {
  return { file, uri: baseAt(file, tokens) };
}

function follow(root: Json, tokens: readonly string[]): Json | undefined {
  let node: Json | undefined = root;
  for (const token of tokens) node = itemOf(node, token);
  return node;
}

function isReference(node: Json | undefined): node is JsonObject {
  return isObject(node) && typeof getMember(node, "$ref") === "string";
}

function words(kind: string): string {
  return kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
