#!/usr/bin/env node
import module from "node:module";
import { expectShortRun } from "./support/engine.js";

expectShortRun();
// From Node 22 on, which these types do not know: what is imported after this is compiled once for all runs.
if ("enableCompileCache" in module && typeof module.enableCompileCache === "function")
  module.enableCompileCache();
const { runCommandLine } = await import("./command-line.js");
await runCommandLine(process.argv.slice(2));
