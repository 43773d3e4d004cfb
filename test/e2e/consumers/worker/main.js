import { isMainThread, Worker } from "node:worker_threads";

if (isMainThread) {
  new Worker(new URL(import.meta.url));
} else {
  const { program } = await import("./sources/browser.js");
  for (const line of await program(process.env.API)) console.log(line);
}
