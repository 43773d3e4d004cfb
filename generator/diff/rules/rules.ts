/** The rules of a comparison: what each kind of change means on the wire and for a program in TypeScript. */

/** `breaking`: a client made before stops working against the API. `compatible`: it goes on. `none`: it cannot tell. */
export type Wire = "breaking" | "compatible" | "none";

/** The part of a semantic version that a change asks for. */
export type Bump = "major" | "minor" | "patch" | "none";

/**
 * What a change does to a program. `breaking`: ordinary code stops working or compiling. `exhaustive`: only code that
 * lists all cases does, such as a `switch` that ends in `never`. `compatible`: no code does.
 */
export const LEVELS = ["breaking", "exhaustive", "compatible"] as const;
export type Level = (typeof LEVELS)[number];

export interface Rule {
  readonly wire: Wire;
  /** What a program compiled against the client needs. */
  readonly types: Bump;
  readonly level: Level;
}

const rule = (wire: Wire, types: Bump): Rule => ({
  wire,
  types,
  level: wire === "breaking" || types === "major" ? "breaking" : "compatible",
});

/** One case more, or one less, of what ordinary code tells apart with a way out for the rest. */
const cases = (): Rule => ({ wire: "compatible", types: "minor", level: "exhaustive" });

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

  // Functions have them before the options, which stood there.
  "params-added": rule("compatible", "major"),
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
  "request-enum-opened": rule("compatible", "minor"),
  "request-enum-closed": rule("breaking", "major"),
  "known-value-added": rule("compatible", "minor"),
  "known-value-removed": rule("compatible", "minor"),
  "request-type-widened": rule("compatible", "minor"),
  "request-type-narrowed": rule("breaking", "major"),

  "response-kind-changed": rule("breaking", "major"),
  "response-header-added": rule("compatible", "minor"),
  "response-header-removed": rule("breaking", "major"),
  "response-header-became-optional": rule("breaking", "major"),
  "response-header-became-required": rule("compatible", "minor"),
  "error-bodies-added": rule("none", "minor"),
  "error-bodies-removed": rule("none", "major"),
  "response-property-added": rule("compatible", "minor"),
  "response-property-removed": rule("breaking", "major"),
  "response-property-became-optional": rule("breaking", "major"),
  "response-property-became-required": rule("compatible", "minor"),
  "response-property-became-nullable": rule("breaking", "major"),
  "response-property-became-not-nullable": rule("compatible", "minor"),
  "response-enum-value-added": cases(),
  "response-enum-value-removed": rule("compatible", "major"),
  "response-enum-opened": cases(),
  "response-enum-closed": rule("compatible", "major"),
  "response-type-widened": rule("breaking", "major"),
  "response-type-added": cases(),
  "response-type-narrowed": rule("compatible", "minor"),

  "schema-removed": rule("none", "major"),
  "schema-added": rule("none", "minor"),
  "schema-renamed": rule("none", "major"),

  "expand-path-added": rule("compatible", "minor"),
  "expand-path-removed": rule("breaking", "major"),
  "expand-target-added": cases(),
  "expand-became-union": rule("compatible", "major"),
  "expand-target-removed": rule("compatible", "minor"),

  "event-added": cases(),
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

/**
 * Breaking: major. Exhaustive: minor, or major for whoever reads it strictly. Else what the types need.
 * Semantic Versioning 2.0.0, items 6 to 8.
 */
export function bumpOf({ level, types }: Rule, strictEnums = false): Bump {
  if (level === "breaking") return "major";
  return level === "exhaustive" && strictEnums ? "major" : types;
}
