/** Platforms that have no `node:crypto`. */
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  constructEvent,
  constructEventAsync,
  createNodeCryptoProvider,
  CryptoProviderOnlySupportsAsyncError,
  generateTestHeader,
  generateTestHeaderString,
  webhooks,
} from "../../../../templates/stripe/webhooks/index.js";
import { now, payload, secret, signed } from "./signatures.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Runs it with another `process`, and no longer than that: the test runner has to find its own whenever it is at work. */
function within<T>(process: unknown, run: () => T): T {
  vi.stubGlobal("process", process);
  try {
    return run();
  } finally {
    vi.unstubAllGlobals();
  }
}

describe("a platform without node:crypto", () => {
  const name = "CryptoProviderOnlySupportsAsyncError";
  const notImplemented = () => {
    throw new Error("not implemented yet");
  };
  it.each<[string, unknown]>([
    ["no process", undefined],
    ["a bundler's process", { env: {} }],
    ["a process that is null", null],
    ["getBuiltinModule is not a function", { getBuiltinModule: "x" }],
    ["getBuiltinModule gives nothing", { getBuiltinModule: () => undefined }],
    ["getBuiltinModule throws", { getBuiltinModule: notImplemented }],
    ["createHmac is missing", { getBuiltinModule: () => ({}) }],
    ["createHmac throws", { getBuiltinModule: () => ({ createHmac: notImplemented }) }],
  ])("throws at once, and names the Async form: %s", async (_, process) => {
    const header = signed();
    const options = { payload, secret };
    const atOnce = [
      () => constructEvent(payload, header, secret),
      () => webhooks.signature.verifyHeader(payload, header, secret),
      () => generateTestHeaderString(options),
      () => createNodeCryptoProvider(),
    ];
    const later = within(process, () => {
      for (const call of atOnce) {
        expect(call).toThrow(CryptoProviderOnlySupportsAsyncError);
        expect(call).toThrow(expect.objectContaining({ name }));
        expect(call).toThrow(/await .*Async/);
      }
      return Promise.all([
        constructEventAsync(payload, header, secret),
        webhooks.signature.verifyHeaderAsync(payload, header, secret),
        generateTestHeader(options),
      ]);
    });
    const [event, fits, generated] = await later;
    expect(event.id).toBe("evt_1");
    expect(fits).toBe(true);
    expect(generated).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
  });

  it.each<[string, unknown]>([
    ["a promise", Promise.resolve("0")],
    ["nothing", undefined],
    ["an empty text", ""],
  ])("accepts nothing from a mock that gives %s", (_, digest) => {
    const mock = { update: () => mock, digest: () => digest };
    vi.stubGlobal("process", { getBuiltinModule: () => ({ createHmac: () => mock }) });
    expect(() => constructEvent(payload, `t=${now},v1=`, secret)).toThrow(TypeError);
    expect(() => generateTestHeaderString({ payload, secret })).toThrow(TypeError);
  });

  it("is not asked for it by an import", async () => {
    vi.resetModules();
    vi.stubGlobal("process", {
      get getBuiltinModule(): never {
        throw new Error("asked");
      },
    });
    await expect(import("../../../../templates/stripe/webhooks/index.js")).resolves.toBeDefined();
  });
});
