#!/usr/bin/env node
import { runCommandLine } from "./command-line.js";
import { expectShortRun } from "./support/engine.js";

expectShortRun();
await runCommandLine(process.argv.slice(2));
