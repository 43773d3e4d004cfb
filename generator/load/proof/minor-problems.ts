import type { Reporter } from "../../support/diagnostic.js";
import type { ObjectKind } from "./kinds.js";
import { words } from "./kinds.js";
import type { Origin, Origins } from "../places/origins.js";
import { nearest } from "../../support/nearest.js";

interface MinorProblem {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly origin: Origin;
  /** The objects that have it. */
  readonly objects: Set<object>;
}

/**
 * How a document bends the rules where that does no harm. What one author does once, generators do everywhere:
 * the same problem is told once, at its first place, with how often it occurs.
 */
export class MinorProblems {
  readonly #tokens: readonly string[];
  readonly #origins: Origins;
  readonly #minor: number;
  readonly #found = new Map<string, MinorProblem>();

  /** `tokens` lead to the object that is looked at; `minor` is the minor version of OpenAPI 3. */
  constructor(tokens: readonly string[], origins: Origins, minor: number) {
    this.#tokens = tokens;
    this.#origins = origins;
    this.#minor = minor;
  }

  unknownKeyword(kind: ObjectKind, object: object, key: string, known: Iterable<string>): void {
    const name = JSON.stringify(key);
    if (NEW_IN_3_2[kind]?.includes(key) === true) {
      const message = `${name} of ${one(kind)} is new in OpenAPI 3.2 and is not read`;
      this.#note("unknown-keyword", message, "What it says is missing in the client", object, key);
      return;
    }
    const meant = nearest(key, known);
    const hint =
      meant === undefined
        ? "Remove it, or begin its name with x-"
        : `Did you mean ${JSON.stringify(meant)}?`;
    this.#note(
      "unknown-keyword",
      `${name} is not a field of ${one(kind)}; it is ignored`,
      hint,
      object,
      key,
    );
  }

  /** A field that is read before the version of OpenAPI that has it. */
  pathItem(item: object): void {
    if (this.#minor > 1 || !Object.hasOwn(item, "query")) return;
    const message = '"query" of a path item is new in OpenAPI 3.2; it is read all the same';
    this.#note("new-keyword", message, "Begin the document with `openapi: 3.2.0`", item, "query");
  }

  /** The keywords of a schema that its version of OpenAPI has otherwise. */
  schema(schema: Readonly<Record<string, unknown>>): void {
    if (this.#minor === 0) {
      if (!Object.hasOwn(schema, "$ref")) return;
      const beside = Object.keys(schema).find((key) => BESIDE_REFERENCES.has(key));
      if (beside === undefined) return;
      const message = `OpenAPI 3.0 ignores ${JSON.stringify(beside)} beside $ref`;
      this.#note("ignored-sibling", message, "Put the $ref into an allOf of one", schema, beside);
    } else if (schema["nullable"] === true) {
      const message = "nullable is not a keyword of OpenAPI 3.1; it is read as in 3.0";
      this.#note("nullable-keyword", message, 'Add "null" to the type', schema, "nullable");
    }
  }

  /** Tells what was found, in the order of the document; `isUsed` says what is referred to all the same. */
  report(reporter: Reporter, isUsed: (origin: Origin) => boolean): void {
    for (const { code, message, hint, origin, objects } of this.#found.values()) {
      if (isUsed(origin)) continue;
      const often = objects.size === 1 ? "" : ` (${objects.size} times)`;
      const location = origin.file.place(origin.tokens);
      reporter.warn({ code, message: message + often, location, hint });
    }
  }

  #note(code: string, message: string, hint: string, object: object, key: string): void {
    const known = this.#found.get(message);
    if (known !== undefined) {
      known.objects.add(object);
      return;
    }
    const origin = this.#origins.of([...this.#tokens, key]);
    this.#found.set(message, { code, message, hint, origin, objects: new Set([object]) });
  }
}

/** A kind with its article. */
function one(kind: ObjectKind): string {
  const name = words(kind);
  if (kind === "components" || kind === "info" || kind === "externalDocs") return name;
  return /^[aeio]/.test(name) ? `an ${name}` : `a ${name}`;
}

/** What changes a type where it counts. */
const BESIDE_REFERENCES = new Set([
  ..."type enum nullable properties required additionalProperties items".split(" "),
  ..."allOf anyOf oneOf readOnly writeOnly".split(" "),
]);

/** Source: OpenAPI Specification 3.2.0, appendix on changes from the previous version. */
const NEW_IN_3_2: Partial<Record<ObjectKind, readonly string[]>> = {
  document: ["$self"],
  server: ["name"],
  components: ["mediaTypes"],
  pathItem: ["additionalOperations"],
  mediaType: ["itemEncoding", "prefixEncoding"],
  encoding: ["encoding", "itemEncoding", "prefixEncoding"],
  response: ["summary"],
  tag: ["summary", "parent", "kind"],
  example: ["dataValue", "serializedValue"],
  discriminator: ["defaultMapping"],
  securityScheme: ["oauth2MetadataUrl", "deprecated"],
  oauthFlow: ["deviceAuthorizationUrl"],
};
