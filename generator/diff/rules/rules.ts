/** The rules of a comparison: what each kind of change means on the wire and for a program in TypeScript. */

/** `breaking`: a client made before stops working against the API. `compatible`: it goes on. `none`: it cannot tell. */
export type Wire = "breaking" | "compatible" | "none";

/** The part of a semantic version that a change asks for. */
export type Bump = "major" | "minor" | "patch" | "none";

export interface Rule {
  readonly wire: Wire;
  /** What a program compiled against the client needs. */
  readonly types: Bump;
}

const rule = (wire: Wire, types: Bump): Rule => ({ wire, types });

/** Rule ids are stable: programs may match on them. */
export const RULES = {
  "operation-removed": rule("breaking", "major"),
  "operation-added": rule("compatible", "minor"),
  "operation-renamed": rule("none", "major"),
  "operation-moved": rule("breaking", "none"),
  "path-parameters-changed": rule("breaking", "major"),
  "server-changed": rule("breaking", "none"),
  "security-changed": rule("breaking", "none"),
  "security-scheme-removed": rule("breaking", "major"),
  "security-scheme-added": rule("compatible", "minor"),

  "params-added": rule("compatible", "minor"),
  "params-removed": rule("breaking", "major"),
  "params-became-required": rule("breaking", "major"),
  "params-became-optional": rule("compatible", "minor"),
  "params-regrouped": rule("breaking", "major"),
  "media-type-changed": rule("breaking", "none"),
  "media-type-added": rule("compatible", "minor"),
  "media-type-removed": rule("breaking", "major"),
  "encoding-changed": rule("breaking", "none"),

  "request-property-added": rule("compatible", "minor"),
  "request-required-property-added": rule("breaking", "major"),
  "request-property-removed": rule("breaking", "major"),
  "request-property-became-required": rule("breaking", "major"),
  "request-property-became-optional": rule("compatible", "minor"),
  "request-enum-value-added": rule("compatible", "minor"),
  "request-enum-value-removed": rule("breaking", "major"),
  "known-value-added": rule("compatible", "minor"),
  "known-value-removed": rule("compatible", "minor"),
  "request-type-widened": rule("compatible", "minor"),
  "request-type-narrowed": rule("breaking", "major"),

  "response-kind-changed": rule("breaking", "major"),
  "error-bodies-added": rule("none", "minor"),
  "error-bodies-removed": rule("none", "major"),
  "response-property-added": rule("compatible", "minor"),
  "response-property-removed": rule("breaking", "major"),
  "response-property-became-optional": rule("breaking", "major"),
  "response-property-became-required": rule("compatible", "minor"),
  "response-property-became-nullable": rule("breaking", "major"),
  "response-property-became-not-nullable": rule("compatible", "minor"),
  "response-enum-value-added": rule("compatible", "major"),
  "response-enum-value-removed": rule("compatible", "major"),
  "response-type-widened": rule("breaking", "major"),
  "response-type-narrowed": rule("compatible", "minor"),

  "schema-removed": rule("none", "major"),
  "schema-added": rule("none", "minor"),
  "schema-renamed": rule("none", "major"),

  "expand-path-added": rule("compatible", "minor"),
  "expand-path-removed": rule("breaking", "major"),
  "expand-target-added": rule("compatible", "major"),
  "expand-target-removed": rule("compatible", "minor"),

  "event-added": rule("compatible", "major"),
  "event-removed": rule("breaking", "major"),
  "event-object-changed": rule("breaking", "major"),

  "method-added": rule("none", "minor"),
  "method-removed": rule("none", "major"),
  "method-changed": rule("none", "major"),
  "type-name-added": rule("none", "minor"),
  "type-name-removed": rule("none", "major"),
  "type-name-changed": rule("none", "major"),

  deprecated: rule("none", "patch"),
  "docs-changed": rule("none", "patch"),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof RULES;

const ORDER: readonly Bump[] = ["none", "patch", "minor", "major"];

export function atLeast(bump: Bump, floor: Bump): boolean {
  return ORDER.indexOf(bump) >= ORDER.indexOf(floor);
}

export function greatest(bumps: Iterable<Bump>): Bump {
  let result: Bump = "none";
  for (const bump of bumps) if (atLeast(bump, result)) result = bump;
  return result;
}

/** What breaks on the wire breaks a program whatever its types say. */
export function bumpOf({ wire, types }: Rule): Bump {
  return wire === "breaking" ? "major" : types;
}
