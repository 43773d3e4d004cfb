import { setFlagsFromString } from "node:v8";

/**
 * Tells V8 that the process is a short one. Without Maglev, its second compiler, it optimises functions so early and so
 * slowly that a run is over before most of them have paid for it. Later versions have Maglev, and no such flag.
 */
export function expectShortRun(): void {
  if (Number.parseInt(process.versions.v8, 10) >= 12) return;
  // How many bytes of its code a function runs before V8 takes a look at it. Default: 66 kB.
  setFlagsFromString("--interrupt-budget=500000");
}
