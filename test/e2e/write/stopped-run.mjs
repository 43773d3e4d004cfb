/**
 * Writes an output folder, and is killed on the way: `node stopped-run.mjs <write/disk.js> <folder> <output as JSON> <n>`.
 * The n-th thing it does to the disk is half done where that can be, and then never ends. Exits with 0 where it was not
 * stopped because there are fewer.
 */
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const [disk, folder, json, moment] = process.argv.slice(2);
let count = 0;
for (const name of ["mkdir", "writeFile", "link", "rename", "rm", "rmdir"]) {
  const real = fs[name];
  fs[name] = async (...args) => {
    count++;
    if (count !== Number(moment)) return real(...args);
    if (name === "writeFile") await real(args[0], args[1].slice(0, args[1].length / 2), args[2]);
    process.kill(process.pid, "SIGKILL");
    return new Promise(() => {});
  };
}
syncBuiltinESMExports();

const { writeOutput } = await import(disk);
const output = new Map(Object.entries(JSON.parse(json)));
const files = new Map([...output.keys()].map((path) => [path, ["-"]]));
await writeOutput(folder, output, { unfold: "x", inputs: [], files });
