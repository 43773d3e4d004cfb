import { type Bump, bumpOf, type Level, type RuleId, RULES, type Wire } from "./rules.js";
import { differing } from "./differing.js";

/** One change between two models. */
export interface Change {
  readonly rule: RuleId;
  readonly wire: Wire;
  readonly types: Bump;
  readonly level: Level;
  /** The semantic version bump that a consumer in TypeScript needs. */
  readonly bump: Bump;
  /** JSON pointer in the new document; in the old one for what was removed. */
  readonly pointer: string;
  /** The exported name concerned, with the property's path: `CheckoutSession.customer`. */
  readonly symbol: string;
  readonly before?: string;
  readonly after?: string;
  /** What a program calls it, where that is not the symbol: `Stripe.SubscriptionCreateParams.items[].price`. */
  readonly name?: string;
  /** The resource it belongs to, or else the tag: `checkout.sessions`. */
  readonly resource?: string;
  /** The schema's key, or the operation's method and path. */
  readonly behind?: string;
  /** The operations that a schema reaches, and the nearest of them by name. */
  readonly operations?: { readonly count: number; readonly first: readonly string[] };
  /** The name of what it was renamed to, or from. */
  readonly renamed?: string;
}

/** Whether a value is written by the consumer or read by it. */
export type Direction = "request" | "response";

/** Where a change stands. */
export interface Spot {
  readonly pointer: string;
  readonly symbol: string;
}

export function change(
  rule: RuleId,
  { pointer, symbol }: Spot,
  before?: unknown,
  after?: unknown,
): Change {
  const { wire, types, level } = RULES[rule];
  const bump = bumpOf(RULES[rule]);
  const [from, to] = differing(text(before), text(after));
  return {
    rule,
    wire,
    types,
    level,
    bump,
    pointer,
    symbol,
    ...(from === undefined ? {} : { before: from }),
    ...(to === undefined ? {} : { after: to }),
  };
}

/** As who lists all cases reads it: one case more breaks his program. */
export function strictly(one: Change): Change {
  return one.level === "exhaustive" ? { ...one, bump: "major" } : one;
}

/** Changes inside something of which only its own place in the document is known. */
export function allAt(pointer: string, changes: readonly Change[]): Change[] {
  return changes.map((one) => ({ ...one, pointer }));
}

function text(value: unknown): string | undefined {
  return value === undefined || typeof value === "string" ? value : JSON.stringify(value);
}
