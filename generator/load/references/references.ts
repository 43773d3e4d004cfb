import { type Reporter, UnfoldError } from "../../support/diagnostic.js";
import { formatPointer } from "../../openapi/pointer.js";
import { baseOf, Bases } from "./bases.js";
import { findCycle, type Link } from "./cycles.js";
import { Components } from "./components.js";
import type { SourceFile } from "../source/file.js";
import { TargetKinds } from "./fit.js";
import { isReference, type Json, type JsonObject, nodeAt } from "../parse/json-value.js";
import type { ReferableKind } from "../proof/kinds.js";
import type { Base, Found, Library, Problem } from "./library.js";
import { mappingRequests } from "./mappings.js";
import { openTargets } from "./open-targets.js";
import type { Origins } from "../places/origins.js";
import { PathItems } from "./path-items.js";
import { CYCLE, type Request } from "./request.js";
import { fieldTypeAt } from "../proof/field-type-at.js";
import { type Spot, Walk } from "../proof/walk.js";

/** A document whose references are being resolved. */
export interface Unresolved {
  readonly file: SourceFile;
  readonly root: JsonObject;
  readonly origins: Origins;
  readonly library: Library;
  readonly reporter: Reporter;
  /** The minor version of OpenAPI 3 that it is written in. */
  readonly minor: number;
  /** Whether schemas and responses that are wrong, or refer to nothing, are warnings. */
  readonly lenient: boolean;
}

/**
 * Proves the shapes of a document and resolves its references, in place.
 * Afterwards each `$ref` is `#` and a pointer into the document, and path items hold none.
 */
export async function resolveReferences(document: Unresolved): Promise<void> {
  await new Resolver(document).run();
}

/** A target that the walk of the document does not come by. */
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
  readonly #pathItems: PathItems;
  readonly #targets = new TargetKinds();
  readonly #walk: Walk;
  readonly #bases: Bases;
  /** Requests whose target is in another file: resolved between two walks. */
  #waiting: Request[] = [];
  #starts: Start[] = [];
  /** Objects whose references are resolved; more than one way may lead to an object. */
  readonly #done = new Set<object>();
  readonly #links = new Map<Json, Link>();
  /** What was found within the document, by kind and `$ref`: few references are made only once. */
  readonly #known = new Map<ReferableKind, Map<string, Known>>();

  constructor(document: Unresolved) {
    const { file, root, origins, library, reporter, minor, lenient } = document;
    this.#document = document;
    this.#components = new Components(root, origins);
    this.#pathItems = new PathItems(root, origins);
    this.#bases = new Bases(file, library);
    this.#walk = new Walk(
      origins,
      reporter,
      { minor, lenient },
      {
        reference: (kind, node, ref, spot) => this.#reference(kind, node, ref, spot),
        mapping: (mapping, tokens) => this.#mapping(mapping, tokens),
        identified: (id) => this.#bases.enter(id),
      },
    );
  }

  async run(): Promise<void> {
    this.#walk.document(this.#document.root);
    while (this.#starts.length + this.#waiting.length > 0) {
      this.#walkStarts();
      await this.#resolveWaiting();
    }
    const cycle = findCycle(this.#links);
    if (cycle !== undefined) this.#fail(CYCLE, cycle.tokens);
    this.#pathItems.fill(({ tokens }) => this.#fail(CYCLE, [...tokens, "$ref"]));
    this.#walk.report(this.#document.reporter, (origin) => this.#targets.leadThrough(origin));
  }

  #walkStarts(): void {
    const starts = this.#starts;
    this.#starts = [];
    for (const { kind, base, tokens } of starts) {
      const container = nodeAt(this.#document.root, tokens.slice(0, -1));
      if (typeof container !== "object" || container === null) continue;
      this.#bases.start(base);
      this.#walk.start(kind, container, tokens);
    }
  }

  async #resolveWaiting(): Promise<void> {
    const requests = this.#waiting;
    this.#waiting = [];
    const { library, origins } = this.#document;
    const readable = await openTargets(requests, library, origins);
    // Components first: what they name is not named once more.
    const isComponent = ({ tokens }: Request): boolean => tokens.length === COMPONENT_REF_LENGTH;
    const inOrder = [...readable.filter(isComponent), ...readable.filter((r) => !isComponent(r))];
    for (const request of inOrder) this.#resolve(request, true);
  }

  #reference(kind: ReferableKind, node: JsonObject, ref: string, spot: Spot): void {
    if (kind === "pathItem") return this.#pathItem(node, ref, spot);
    if (this.#done.has(node)) return;
    this.#done.add(node);
    const { current, root } = this.#bases;
    const known = current === root ? this.#known.get(kind)?.get(ref) : undefined;
    if (known !== undefined && !isReference(known.target)) {
      if (known.ref !== ref) node["$ref"] = known.ref;
      return;
    }
    const base = this.#bases.of(kind, node);
    const tokens = [...spot.tokens, "$ref"];
    const settle = (place: readonly string[], target: Json): void => {
      const canonical = `#${formatPointer(place)}`;
      node["$ref"] = canonical;
      if (isReference(target)) this.#links.set(node, { target, tokens });
      if (base === root) this.#remember(kind, ref, { ref: canonical, target });
    };
    // What a schema or a response is, a client can do without.
    const mayFail = this.#document.lenient && (kind === "schema" || kind === "response");
    const fail = (problem: Problem): void => {
      if (!mayFail) return this.#fail(problem, tokens);
      this.#letThrough(problem, tokens);
      for (const field of Object.keys(node)) delete node[field];
    };
    this.#resolve({ kind, ref, base, tokens, settle, fail, mayFail }, false);
  }

  #pathItem(node: JsonObject, ref: string, { container, key, tokens }: Spot): void {
    const slot = { container, key, tokens: [...tokens], node };
    const own = [...tokens, "$ref"];
    const settle = (place: readonly string[]): void => this.#pathItems.wait(slot, place);
    const fail = (problem: Problem): never => this.#fail(problem, own);
    const request = {
      kind: "pathItem",
      ref,
      base: this.#bases.current,
      tokens: own,
      settle,
      fail,
    } as const;
    this.#resolve({ ...request, slot }, false);
  }

  #mapping(mapping: JsonObject, tokens: readonly string[]): void {
    if (this.#done.has(mapping)) return;
    this.#done.add(mapping);
    const { origins, reporter } = this.#document;
    const bases = [this.#bases.current, this.#bases.root] as const;
    for (const request of mappingRequests(mapping, tokens, bases, origins, reporter)) {
      this.#resolve(request, false);
    }
  }

  #remember(kind: ReferableKind, ref: string, known: Known): void {
    const byRef = this.#known.get(kind);
    if (byRef === undefined) this.#known.set(kind, new Map([[ref, known]]));
    else byRef.set(ref, known);
  }

  #resolve(request: Request, filesAreOpen: boolean): void {
    const resolution = this.#document.library.resolve(request.ref, request.base);
    switch (resolution.is) {
      case "problem":
        return request.fail(resolution.problem);
      case "unopened":
        this.#waiting.push(request);
        return;
      case "found":
        return this.#settle(request, resolution.found, filesAreOpen);
    }
  }

  #settle(request: Request, found: Found, filesAreOpen: boolean): void {
    const problem = this.#targets.misfit(request, found);
    if (problem !== undefined) return request.fail(problem);
    this.#targets.note(found);
    const { kind, slot } = request;
    if (found.file === this.#document.file) {
      this.#claim(kind, found, found.tokens);
      request.settle(found.tokens, found.node);
    } else if (!filesAreOpen) {
      // Not during the walk of the document: it would take what is added for its own.
      this.#waiting.push(request);
    } else if (slot === undefined) {
      const place =
        this.#components.find(found) ??
        this.#components.replace(kind, request.tokens.slice(0, -1), found) ??
        this.#components.add(kind, found);
      this.#claim(kind, found, place);
      request.settle(place, found.node);
    } else {
      if (!this.#pathItems.bring(slot, found)) request.fail(CYCLE);
      this.#starts.push({ kind, base: baseOf(found), tokens: slot.tokens });
    }
  }

  /** Lets a target be walked, when no other walk comes by it. */
  #claim(kind: ReferableKind, found: Found, place: readonly string[]): void {
    const isWalked =
      found.file === this.#document.file && fieldTypeAt("document", place) !== undefined;
    if (isWalked || !this.#targets.claim(found.node, kind)) return;
    this.#starts.push({ kind, base: baseOf(found), tokens: place });
  }

  #letThrough({ code, message }: Problem, tokens: readonly string[]): void {
    this.#document.reporter.warn({
      code,
      message,
      location: this.#document.origins.locate(tokens),
      hint: "It is taken as unknown, because the project is lenient.",
    });
  }

  #fail(problem: Problem, tokens: readonly string[]): never {
    throw new UnfoldError({ ...problem, location: this.#document.origins.locate(tokens) });
  }
}

/** `components`, a section, a name, `$ref`. */
const COMPONENT_REF_LENGTH = 4;
