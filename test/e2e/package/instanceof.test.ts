/** One package, several entry points, two forms: an error of any is an instance of its class in all. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problem, serve } from "../../support/servers/server.js";
import { bundle } from "../../support/package/bundle.js";
import { packed } from "../../support/package/packed.js";

/** What each origin of errors throws, by the classes that it is an instance of in each place that has classes. */
type Found = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const program = `
import { createRequire } from "node:module";
import * as esm from "@unfold/stripe";
import { createClient } from "@unfold/stripe/client";
import { getAccount } from "@unfold/stripe/operations";
import { createRawClient } from "@unfold/stripe/raw";
import * as bundled from "./bundled.mjs";

const require = createRequire(import.meta.url);
const cjs = require("@unfold/stripe");
const config = { baseUrl: process.argv[2], maxNetworkRetries: 0 };
const options = { ...config, apiKey: "sk_test_1" };
const nowhere = { ...options, baseUrl: "http://127.0.0.1:9" };
const errorOf = async (make) => make().then(() => undefined, (error) => error);

const declined = {
  "the class": () => new esm.Stripe("sk_test_1", config).accounts.retrieve("acct_1"),
  "the class, CommonJS": () => new cjs.Stripe("sk_test_1", config).accounts.retrieve("acct_1"),
  "the class, bundled": () => new bundled.Stripe("sk_test_1", config).accounts.retrieve("acct_1"),
  "a function": () => getAccount(createClient(options)),
  "a function, CommonJS": () =>
    require("@unfold/stripe/operations").getAccount(
      require("@unfold/stripe/client").createClient(options)
    ),
  "a function with the client of the other form": () =>
    getAccount(require("@unfold/stripe/client").createClient(options)),
  "the raw client": () => createRawClient(options).GET("/v1/account"),
  "the raw client, CommonJS": () =>
    require("@unfold/stripe/raw").createRawClient(options).GET("/v1/account"),
};
const unreachable = {
  "no connection": () => getAccount(createClient(nowhere)),
  "no connection, CommonJS": () => getAccount(require("@unfold/stripe/client").createClient(nowhere)),
};
const unsigned = {
  "a webhook": async () => esm.constructEvent("{}", "", "whsec_1"),
  "a webhook, CommonJS": () => cjs.constructEventAsync("{}", "", "whsec_1"),
};
const foreign = {
  "another error": () => Promise.reject(new TypeError("no")),
  "something like an error": () => Promise.reject({ type: "StripeCardError", name: "StripeCardError" }),
};

const places = {
  "the main entry": esm,
  "the main entry, CommonJS": cjs,
  "the class's errors": esm.default.errors,
  "the class's errors, CommonJS": cjs.default.errors,
  "a bundle": bundled,
};
const found = {};
for (const [origin, make] of Object.entries({ ...declined, ...unreachable, ...unsigned, ...foreign })) {
  const error = await errorOf(make);
  found[origin] = {};
  for (const [place, classes] of Object.entries(places))
    found[origin][place] = Object.keys(classes)
      .filter((name) => name.endsWith("Error") && error instanceof classes[name])
      .sort();
}
console.log(JSON.stringify(found));
`;

const PLACES = [
  "the main entry",
  "the main entry, CommonJS",
  "the class's errors",
  "the class's errors, CommonJS",
  "a bundle",
];

describe("an error of the package", () => {
  let folder: string;
  let found: Found;
  beforeAll(async () => {
    const client = await packed();
    folder = await mkdtemp(join(tmpdir(), "unfold-"));
    await symlink(join(client.folder, "node_modules"), join(folder, "node_modules"));
    await writeFile(join(folder, "program.mjs"), program);
    const bundled = await bundle("esbuild", `export * from "@unfold/stripe";`, client.folder);
    await writeFile(join(folder, "bundled.mjs"), bundled);
    await using server = await serve(problem(402, { type: "card_error" }));
    const args = [join(folder, "program.mjs"), server.url];
    found = JSON.parse((await promisify(execFile)(process.execPath, args)).stdout);
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const everywhere = (...classes: readonly string[]) =>
    Object.fromEntries(PLACES.map((place) => [place, classes]));

  it.each([
    "the class",
    "the class, CommonJS",
    "the class, bundled",
    "a function",
    "a function, CommonJS",
    "a function with the client of the other form",
    "the raw client",
    "the raw client, CommonJS",
  ])("is an instance of its class in every form: from %s", (origin) => {
    expect(found[origin]).toEqual(everywhere("StripeCardError", "StripeError"));
  });

  it.each(["no connection", "no connection, CommonJS"])("is no other's: from %s", (origin) => {
    expect(found[origin]).toEqual(everywhere("StripeConnectionError", "StripeError"));
  });

  it.each(["a webhook", "a webhook, CommonJS"])("needs no call: from %s", (origin) => {
    const classes = ["StripeError", "StripeSignatureVerificationError"];
    expect(found[origin]).toEqual(everywhere(...classes));
  });

  it.each(["another error", "something like an error"])("is not %s", (origin) => {
    expect(found[origin]).toEqual(everywhere());
  });
});
