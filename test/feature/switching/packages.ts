/** What stripe-node's documentation promises is held against it and against our client. */
import Sdk from "stripe";
import Ours from "../../../generated/src/index.js";

/** The one's types stand for both: what they differ in is what is tried. */
export const PACKAGES = [
  ["stripe-node", Sdk],
  ["ours", Ours as unknown as typeof Sdk],
] as const;
