/**
 * Preloaded (`--import`): sends SIGINT to its own process when that first calls a function of `node:fs/promises`
 * with a path that ends in a suffix. `SIGNAL_AT="rename .new"`.
 */
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const [name, suffix] = (process.env.SIGNAL_AT ?? "").split(" ");
const real = fs[name];
let isSent = false;
fs[name] = async (path, ...rest) => {
  if (!isSent && String(path).endsWith(suffix)) {
    isSent = true;
    process.kill(process.pid, "SIGINT");
  }
  return real(path, ...rest);
};
syncBuiltinESMExports();
