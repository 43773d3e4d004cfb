/** Identifiers, decided once: words of the document become names that compile and never collide. */
import { HASH_DIGITS, shortHash } from "../../support/hash.js";

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
 * What TypeScript forbids to declare as a type, and its global types: emitted code refers to some of them, and who
 * imports a type of such a name loses the global one.
 */
const TYPESCRIPT = new Set([
  ..."any bigint boolean never null number object string symbol undefined unknown void".split(" "),
  ..."Array AsyncIterable Blob Date Error NonNullable Omit Partial Pick Promise".split(" "),
  ..."ReadableStream Record Uint8Array".split(" "),
]);

/**
 * Runs of letters and digits: what may stand in an identifier besides `_` and `$`.
 * Only of the Basic Multilingual Plane: which characters beyond are letters, the compilers do not agree about. And only
 * what can be seen: there are letters without any width.
 */
function words(text: string): string[] {
  const plain = text.normalize("NFC").replace(UNFIT, " ");
  return plain.match(/[\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}]+/gu) ?? [];
}

const UNFIT = /[\u{10000}-\u{10ffff}\p{Default_Ignorable_Code_Point}]/gu;

/** `checkout.session` → `CheckoutSession`. Inner capitals are kept. */
export function pascalCase(text: string): string {
  const name = words(text)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")
    .normalize("NFC");
  return /^\p{L}/u.test(name) ? name : `_${name}`;
}

/** The name of a type; one that is TypeScript's own or reserved gets a suffix: `error` → `ErrorSchema`. */
export function typeName(
  text: string,
  isReservedType: (name: string) => boolean = () => false,
): string {
  const name = pascalCase(text);
  return TYPESCRIPT.has(name) || isReservedType(name) ? `${name}Schema` : name;
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

/** Bytes of a file's name without what is put behind it: far from 255, and from the 260 of a whole path on Windows. */
const LONGEST_MODULE = 64;

/** Names of devices, which Windows keeps from files whatever their extension ("Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:aux|con|nul|prn|(?:com|lpt)[0-9])$/;

/**
 * File names come from an allow-list: lower-case letters, digits and inner hyphens. `index` is taken, and so are the
 * names of devices. A long one ends with a hash of all of it.
 */
export function moduleName(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "");
  const name = (plain.match(/[A-Za-z0-9]+/g) ?? ["default"]).join("-").toLowerCase();
  if (name === "index" || DEVICE.test(name)) return `${name}-group`;
  return name.length <= LONGEST_MODULE
    ? name
    : `${name.slice(0, LONGEST_MODULE - HASH_DIGITS - 1)}-${shortHash(name)}`;
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

  /** `evenReserved`: whether a name may be taken that something else has as well. */
  claim(wanted: string, evenReserved = false): string {
    const isFree = (one: string): boolean =>
      !this.#taken.has(one.toLowerCase()) && (evenReserved || !this.#reserved.has(one));
    let name = wanted;
    for (let n = 2; !isFree(name); n++) name = `${wanted}${n}`;
    this.#taken.add(name.toLowerCase());
    this.#given.add(name);
    return name;
  }
}
