/** Whatever servers, networks and callers do, a call ends in its result or in an error of ours, which shows no secret. */
import * as fc from "fast-check";
import { serve } from "../../support/servers/server.js";
import { leaks, replyWith, secrets, showsNothing } from "./leaks.js";
import { endsWell, kinds, replies, type Reply } from "./replies.js";

/** @returns failures, each with its counterexample and the seed that finds it again */
export async function fuzz(seed: number, runs: number): Promise<readonly string[]> {
  const failures: string[] = [];
  let response: Reply = { status: 200, reason: "", headers: {}, body: Buffer.alloc(0) };
  await using server = await serve((out) => {
    out.writeHead(response.status, response.reason, { ...response.headers });
    out.end(response.body);
  });
  const properties: readonly fc.IAsyncProperty<never>[] = [
    fc.asyncProperty(replies, kinds, async (reply, kind) => {
      response = reply;
      await endsWell(server, reply, kind);
    }) as never,
    fc.asyncProperty(secrets, leaks, async (secret, leak) => {
      response = replyWith(secret, leak);
      await showsNothing(server, secret, leak);
    }) as never,
  ];
  for (const property of properties) {
    const details = await fc.check(property, { seed, numRuns: runs });
    if (details.failed)
      failures.push(`${fc.defaultReportMessage(details)}\n${details.errorInstance}`);
  }
  return failures;
}
