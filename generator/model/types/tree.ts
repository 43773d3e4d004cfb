/** The shape of the class: its resources, and the names in its namespace. */

/** A node of the resource tree: what `client.checkout.sessions` is. */
export interface Resource {
  /** `["checkout", "sessions"]`; empty for the root. */
  readonly path: readonly string[];
  /** Its interface: `CheckoutSessionsResource`. */
  readonly name: string;
  readonly methods: readonly ResourceMethod[];
  readonly children: readonly ResourceChild[];
}

export interface ResourceMethod {
  readonly name: string;
  /**
   * The functions behind it, almost always one. Several differ in the number of their path parameters,
   * by which a call finds its own.
   */
  readonly operations: readonly string[];
}

/** A resource may stand under several names. */
export interface ResourceChild {
  readonly name: string;
  readonly resource: Resource;
}

/** A name in the namespace of the class, for a type that is declared elsewhere, or a namespace alone. */
export interface TypeName {
  readonly name: string;
  readonly target?: TypeTarget;
  readonly members: readonly TypeName[];
  /** Where the same type with the same members has been named before, in the same module. */
  readonly sameAs?: readonly string[];
}

/**
 * `schema`: a response of which nobody says what is expanded; `roots` are empty where nothing can be.
 * `params`: of the operation's function. `member`: of the type around it.
 */
export type TypeTarget =
  | { readonly kind: "schema"; readonly key: string; readonly roots: readonly string[] }
  | { readonly kind: "params"; readonly operation: string }
  | { readonly kind: "resource"; readonly path: readonly string[] }
  | { readonly kind: "event"; readonly type: string }
  | { readonly kind: "member"; readonly property: string; readonly part: TypePart };

/**
 * `object`: the object that a property may hold. `item`: what its array holds. `entry`: what is at every key of its
 * object. `value`: whatever is not nothing.
 */
export type TypePart = "object" | "item" | "entry" | "value";
