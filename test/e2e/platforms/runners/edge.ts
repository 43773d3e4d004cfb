import { EdgeVM } from "@edge-runtime/vm";
import { bundleProgram } from "../bundle.js";
import type { Platform } from "../platform.js";
import type { Outcome } from "../program.js";

/** A VM context with the web's globals and none of Node's, as workers have it. */
export const edge: Platform = {
  name: "edge-runtime",
  async run(apiUrl) {
    const vm = new EdgeVM();
    vm.evaluate(await bundleProgram("iife"));
    const outcomes: readonly Outcome[] = await vm.evaluate(
      `unfold.program(${JSON.stringify(apiUrl)})`,
    );
    const found: string = vm.evaluate("[typeof process, typeof Buffer, typeof require].join()");
    const failure = found === "undefined,undefined,undefined" ? {} : { failure: found };
    return [...outcomes, { check: "no globals of Node", ...failure }];
  },
};
