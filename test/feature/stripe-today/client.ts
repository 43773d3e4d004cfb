/** The client of the document of today, made and bundled once for all files of tests that a worker runs. */
import { build as bundle } from "esbuild";
import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";
import type { Client, RequestOptions } from "../../../templates/stripe/options/options.js";
import { build } from "../../../generator/run/build.js";
import { writeOutput } from "../../../generator/write/disk.js";
import { STRIPE_TODAY } from "./project.js";

/** What a test uses of the bundle. Its types are held by the programs that the compilers check. */
export interface Today {
  readonly default: new (apiKey: string, config?: object) => Stripe;
  readonly createClient: (options: object) => Client;
  readonly testing: { createTestFetch(overrides?: object): typeof fetch };
  readonly operations: Readonly<Record<string, OperationFunction>>;
  readonly parseEventNotification: (client: Client, ...args: readonly unknown[]) => Notification;
}

export type OperationFunction = (client: Client, ...args: readonly unknown[]) => Promise<unknown>;

type Method = (...args: readonly unknown[]) => Promise<Record<string, unknown>> & Pages;

export interface Pages extends AsyncIterable<{ readonly id: string }> {
  autoPagingToArray(options: { readonly limit: number }): Promise<readonly { id: string }[]>;
}

export interface Notification {
  readonly id: string;
  readonly type: string;
  fetchEvent(): Promise<unknown>;
  fetchRelatedObject(): Promise<unknown>;
}

export interface Resources {
  readonly [name: string]: Resources & Method;
}

export interface Stripe {
  readonly v2: Resources;
  readonly billing: Resources;
  readonly customers: Resources;
  readonly webhooks: {
    constructEvent(...args: readonly unknown[]): unknown;
    constructEventAsync(...args: readonly unknown[]): Promise<unknown>;
    generateTestHeaderString(options: object): string;
  };
  parseEventNotification(...args: readonly unknown[]): Notification;
  parseEventNotificationAsync(...args: readonly unknown[]): Promise<Notification>;
  parseEventNotificationWithoutVerification(payload: unknown): Notification;
  readonly errors: Readonly<Record<string, abstract new (...args: never[]) => unknown>>;
}

export interface MadeToday {
  readonly today: Today;
  /** Holds `client/` and the programs. */
  readonly folder: string;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
}

let made: Promise<MadeToday> | undefined;

export function makeToday(): Promise<MadeToday> {
  made ??= make();
  return made;
}

async function make(): Promise<MadeToday> {
  const path = await mkdtemp(join(inject("runFolder"), "today-"));
  const built = await build(STRIPE_TODAY, { cwd: path });
  await writeOutput(join(path, "client"), built.output, built.manifest);
  await writeFile(join(path, "package.json"), '{ "type": "module" }');
  const entry = `export * from "./client/index.js";
export { Stripe as default } from "./client/index.js";
export * as operations from "./client/operations/index.js";
export * as testing from "./client/testing/index.js";`;
  const outfile = join(path, "today.mjs");
  await bundle({
    stdin: { contents: entry, resolveDir: path, loader: "ts" },
    bundle: true,
    format: "esm",
    outfile,
    logLevel: "error",
  });
  const today: Today = await import(outfile);
  return { today, folder: path, warnings: built.warnings };
}

export type { RequestOptions };
