import { type Bump, bumpOf, type RuleId, RULES, type Wire } from "./rules.js";

/** One change between two models. */
export interface Change {
  readonly rule: RuleId;
  readonly wire: Wire;
  readonly types: Bump;
  /** The semantic version bump that a consumer in TypeScript needs. */
  readonly bump: Bump;
  /** JSON pointer in the new document; in the old one for what was removed. */
  readonly pointer: string;
  /** The exported name concerned, with the property's path: `CheckoutSession.customer`. */
  readonly symbol: string;
  readonly before?: string;
  readonly after?: string;
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
  const { wire, types } = RULES[rule];
  return {
    rule,
    wire,
    types,
    bump: bumpOf(RULES[rule]),
    pointer,
    symbol,
    ...(before === undefined ? {} : { before: show(before) }),
    ...(after === undefined ? {} : { after: show(after) }),
  };
}

/** Changes inside something of which only its own place in the document is known. */
export function allAt(pointer: string, changes: readonly Change[]): Change[] {
  return changes.map((one) => ({ ...one, pointer }));
}

const LONGEST = 120;

function show(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
