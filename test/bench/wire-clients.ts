/** The clients that the bench compares: each creates the same Checkout Session. */
import { build } from "esbuild";
import createFetchClient from "openapi-fetch";
import { Stripe as StripeLatest } from "stripe-latest";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../support/typecheck.js";
import { body } from "./wire-body.js";

export type Send = () => Promise<unknown>;

/** What is measured of the generated package. */
type Generated = typeof import("../../generated/src/client.js") &
  Pick<typeof import("../../generated/src/operations/index.js"), "postCheckoutSessions"> &
  Pick<typeof import("../../generated/src/runtime/encode/form.js"), "encodeForm">;

/** As it is published: compiled, and not through the loader that runs this bench. */
export async function loadGenerated(): Promise<Generated> {
  const folder = await temporaryFolder();
  const outfile = `${folder.path}/generated.mjs`;
  const contents = `
    export * from "./client.js";
    export * from "./operations/checkout.js";
    export { encodeForm } from "./runtime/encode/form.js";`;
  const resolveDir = fileURLToPath(new URL("../../generated/src", import.meta.url));
  await build({
    stdin: { contents, resolveDir },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    external: ["openapi-fetch"],
  });
  const generated: Generated = await import(outfile);
  await folder.remove();
  return generated;
}

const PATH = "/v1/checkout/sessions";
const apiKey = "sk_test_123";
const headers = {
  authorization: `Bearer ${apiKey}`,
  "content-type": "application/x-www-form-urlencoded",
};

export function clients(
  { createClient, postCheckoutSessions, encodeForm }: Generated,
  port: number,
): ReadonlyMap<string, Send> {
  const baseUrl = `http://127.0.0.1:${port}`;
  const ours = createClient({ apiKey, baseUrl });
  const oursOnFetch = createClient({ apiKey, baseUrl, fetch });
  const address = { host: "127.0.0.1", port, protocol: "http" } as const;
  const sdk = new StripeLatest(apiKey, address);
  const httpClient = StripeLatest.createFetchHttpClient();
  const sdkOnFetch = new StripeLatest(apiKey, { ...address, httpClient });
  const bodySerializer = (data: unknown) => encodeForm(Object(data));
  const openapiFetch = createFetchClient<Paths>({ baseUrl, headers, bodySerializer });
  return new Map<string, Send>([
    ["generated client", () => postCheckoutSessions(ours, body)],
    ["generated client, fetch", () => postCheckoutSessions(oursOnFetch, body)],
    ["stripe@23.1.0, fetch", () => sdkOnFetch.checkout.sessions.create(body)],
    ["stripe@23.1.0", () => sdk.checkout.sessions.create(body)],
    ["openapi-fetch", () => openapiFetch.POST(PATH, { body })],
    [
      "fetch",
      async () => {
        const init = { method: "POST", headers, body: encodeForm(body) };
        return (await fetch(baseUrl + PATH, init)).json();
      },
    ],
  ]);
}

interface Paths {
  [PATH]: {
    post: {
      requestBody: { content: { "application/x-www-form-urlencoded": object } };
      responses: { 200: { content: { "application/json": object } } };
    };
  };
}
