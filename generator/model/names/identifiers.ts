/** Identifiers, decided once: words of the document become names that compile and never collide. */

/** ECMAScript's reserved words (ECMA-262, "Keywords and Reserved Words") and the names strict mode forbids to bind. */
const RESERVED = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

/** Whether a name cannot be declared as it is. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name.replace(/_$/, ""));
}

/**
 * Type names that a schema cannot have: those that TypeScript forbids to declare, globals that emitted code refers to,
 * and what emitted modules import or re-export from the runtime.
 */
const TAKEN_TYPES = new Set([
  ..."any bigint boolean never null number object string symbol undefined unknown void".split(" "),
  ..."Array AsyncIterable Blob Date Error Omit Partial Pick Promise ReadableStream Record Uint8Array".split(
    " ",
  ),
  ..."Client ClientOptions Options PlainOptions RequestOptions Attempt Middleware".split(" "),
  ..."LastResponse Result RawBody Upload BasicCredential Schemas".split(" "),
  ..."ApiError ApiErrorOf ConnectionError ErrorStatus TimeoutError".split(" "),
  ..."AsyncGenerator ServerSentEvent ServerVariables Webhooks Callbacks".split(" "),
  ..."CheckListPaths CheckPaths Expand Expanded ExpandMap ListPaths Paths".split(" "),
]);

/**
 * Runs of letters and digits: what may stand in an identifier besides `_` and `$`.
 * Only of the Basic Multilingual Plane: which characters beyond are letters, the compilers do not agree about.
 */
function words(text: string): string[] {
  const plain = text.normalize("NFC").replace(/[\u{10000}-\u{10ffff}]/gu, " ");
  return plain.match(/[\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}]+/gu) ?? [];
}

/** `checkout.session` → `CheckoutSession`. Inner capitals are kept. */
export function pascalCase(text: string): string {
  const name = words(text)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  return /^\p{L}/u.test(name) ? name : `_${name}`;
}

/** The name of a type; one that would shadow a global in use gets a suffix: `error` → `ErrorSchema`. */
export function typeName(text: string): string {
  const name = pascalCase(text);
  return TAKEN_TYPES.has(name) ? `${name}Schema` : name;
}

/** `PostCheckoutSessions` → `postCheckoutSessions`, `URLFor` → `urlFor`. Never a reserved word. */
export function camelCase(text: string): string {
  const name = pascalCase(text).replace(/^[A-Z]+(?=[A-Z][a-z]|\d|$)|^[A-Z]/, (head) =>
    head.toLowerCase(),
  );
  return RESERVED.has(name) ? `${name}_` : name;
}

/** A parameter name: as in the document where that is an identifier, else in camelCase. */
export function parameterName(text: string): string {
  const plain = /^[A-Za-z_$][\w$]*$/.test(text) ? text : camelCase(text);
  return RESERVED.has(plain) ? `${plain}_` : plain;
}

/** File names come from an allow-list: lower-case letters, digits and inner hyphens. `index` is taken. */
export function moduleName(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "");
  const name = (plain.match(/[A-Za-z0-9]+/g) ?? ["default"]).join("-").toLowerCase();
  return name === "index" ? "index-group" : name;
}

/** `testHelpers` → `test-helpers`, as a file name. */
export function kebabCase(text: string): string {
  return moduleName(text.replace(/([a-z0-9])([A-Z])/g, "$1-$2"));
}

/**
 * Hands out each name once. A name that is taken gets the lowest free number from 2;
 * comparison ignores case, because names may end up as files.
 */
export class NameRegistry {
  readonly #taken = new Set<string>();
  readonly #given = new Set<string>();
  readonly #reserved = new Set<string>();

  constructor(taken: readonly string[] = []) {
    for (const name of taken) this.#taken.add(name.toLowerCase());
  }

  /** Whether exactly this name, in this case, was handed out. */
  has(name: string): boolean {
    return this.#given.has(name);
  }

  /** Keeps exactly this name, in this case, for something that is named elsewhere. */
  reserve(name: string): void {
    this.#reserved.add(name);
  }

  claim(wanted: string): string {
    let name = wanted;
    for (let n = 2; this.#taken.has(name.toLowerCase()) || this.#reserved.has(name); n++)
      name = `${wanted}${n}`;
    this.#taken.add(name.toLowerCase());
    this.#given.add(name);
    return name;
  }
}
