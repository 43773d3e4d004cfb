/** A client generated from `styles.yaml`, bundled and loaded, and a server for it to talk to. */
import { build as bundle } from "esbuild";
import { join } from "node:path";
import { build } from "../../../../generator/run/build.js";
import { writeOutput } from "../../../../generator/write/disk.js";
import { ok, type Received, serve } from "../../../support/servers/server.js";
import { temporaryFolder } from "../../../support/typecheck.js";

export interface StylesClient extends AsyncDisposable {
  /** Everything that has arrived. */
  readonly received: readonly Received[];
  /** Calls an operation. */
  call(operation: string, ...args: readonly unknown[]): unknown;
  /** The paths of what has arrived since the last time. */
  take(): readonly { readonly path: string }[];
  /** Calls a path with the raw client. */
  raw(method: string, path: string, init: object): unknown;
  /** Calls an operation, and gives what arrived. */
  send(operation: string, ...args: readonly unknown[]): Promise<Received>;
}

export async function startStylesClient(): Promise<StylesClient> {
  const module = await generate();
  const server = await serve(ok({}));
  const client = callable(module, "createClient")({ baseUrl: server.url });
  const rawClient = callable(module, "createRawClient")({ baseUrl: server.url });
  const call = (operation: string, ...args: readonly unknown[]) =>
    callable(module, operation)(client, ...args);
  let taken = 0;
  return {
    received: server.received,
    take() {
      const fresh = server.received.slice(taken);
      taken = server.received.length;
      return fresh.map(({ url }) => ({ path: url.replace(/\?.*/, "") }));
    },
    call,
    raw: (method, path, init) => callable(Object(rawClient) as Module, method)(path, init),
    async send(operation, ...args) {
      const before = server.received.length;
      await call(operation, ...args);
      const [first, ...more] = server.received.slice(before);
      if (!first || more.length > 0) throw new Error("Not one request for one call");
      return first;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

type Module = Readonly<Record<string, unknown>>;

async function generate(): Promise<Module> {
  const folder = await temporaryFolder();
  try {
    const cwd = import.meta.dirname;
    const built = await build(
      { name: "styles", document: "styles.yaml", output: "", raw: true },
      { cwd },
    );
    if (built.warnings.length > 0) throw new Error(JSON.stringify(built.warnings));
    await writeOutput(join(folder.path, "client"), built.output, built.manifest);
    const outfile = join(folder.path, "client.mjs");
    const contents =
      'export * from "./client/client.js"; export * from "./client/operations/index.js"; export * from "./client/raw.js";';
    const stdin = { contents, resolveDir: folder.path };
    await bundle({ stdin, bundle: true, format: "esm", outfile, logLevel: "error" });
    const module: Module = await import(outfile);
    return module;
  } finally {
    await folder.remove();
  }
}

function callable(module: Module, name: string) {
  const member = module[name];
  if (!isFunction(member)) throw new Error(`There is no function ${name}`);
  return member;
}

function isFunction(value: unknown): value is (...args: readonly unknown[]) => unknown {
  return typeof value === "function";
}
