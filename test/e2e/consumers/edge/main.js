// The globals of an edge function, and none of Node's.
import { readFile } from "node:fs/promises";
import { EdgeVM } from "@edge-runtime/vm";

const vm = new EdgeVM();
vm.evaluate(await readFile("built/browser.js", "utf8"));
if (vm.evaluate("typeof process") !== "undefined") throw new Error("this is Node");
for (const line of await vm.evaluate(`program.program(${JSON.stringify(process.env.API)})`)) {
  console.log(line);
}
