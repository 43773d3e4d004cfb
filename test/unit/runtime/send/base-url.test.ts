/** Where requests go is what was said, and no more. */
import { describe, expect, it } from "vitest";
import { ownBaseUrl } from "../../../../templates/runtime/send/base-url.js";
import type { ClientOptions } from "../../../../templates/runtime/send/client-options.js";
import { serverUrls } from "../../../../templates/runtime/send/server.js";

describe("the options of a client", () => {
  it.each<[ClientOptions, string | undefined]>([
    [{}, undefined],
    [{ host: "" }, undefined],
    [{ host: "localhost", port: 12111, protocol: "http" }, "http://localhost:12111"],
    [{ host: "api.a-b.test", port: "8080" }, "https://api.a-b.test:8080"],
    [{ host: "[::1]", port: "" }, "https://[::1]:"],
    [{ host: "bücher.test" }, "https://bücher.test:"],
    [{ baseUrl: "https://a.test/b", host: "c.test" }, "https://a.test/b"],
    [{ baseUrl: "/api" }, "/api"],
  ])("%j are %s", (options, url) => {
    expect(ownBaseUrl(options)).toBe(url);
  });

  const evil = "evil.test";
  const HOST = "protocol, host, port";
  it.each<[unknown, string]>([
    ...[`${evil}/`, `a@${evil}`, `${evil}#`, `${evil}?`, `${evil}\\`, `${evil} `, `${evil}:80`].map(
      (host): [unknown, string] => [{ host }, HOST],
    ),
    [{ host: `a\n.${evil}` }, HOST],
    [{ host: `[${evil}]` }, HOST],
    [{ host: "a.test", port: `80@${evil}` }, HOST],
    [{ host: "a.test", port: `80/${evil}` }, HOST],
    [{ host: "a.test", port: -1 }, HOST],
    [{ host: "a.test", protocol: `https://${evil}/?` }, HOST],
    [{ host: "a.test", protocol: "file" }, HOST],
    [{ baseUrl: `https://a.test/?${evil}=` }, "baseUrl"],
    [{ baseUrl: `https://a.test/#${evil}` }, "baseUrl"],
    [{ baseUrl: `https://user:password@${evil}` }, "baseUrl"],
  ])("%j are refused", (options, name) => {
    const url = () => ownBaseUrl(options as ClientOptions);
    expect(url).toThrow(
      new TypeError(
        name === HOST
          ? `${HOST}: not an address`
          : "baseUrl must be an http or https URL without credentials, query and hash",
      ),
    );
  });
});

describe("the variables of a server", () => {
  const template = "https://{region}.a.test:{port}/{base}/x";
  const url = (chosen: Readonly<Record<string, string>>) =>
    serverUrls({ region: "eu", port: "443", base: "v1" }, chosen)(template);

  it("may be what fits in their place", () => {
    expect(url({ region: "us.east", port: "8", base: "v2/y" })).toBe(
      "https://us.east.a.test:8/v2/y/x",
    );
    expect(serverUrls({ url: "https://a.test/b" })("{url}/c")).toBe("https://a.test/b/c");
    expect(serverUrls({})("https://a.test/{constructor}")).toBe("https://a.test/{constructor}");
  });

  it.each([
    ["region", "evil.test/"],
    ["region", "x@evil.test"],
    ["region", "evil.test#"],
    ["region", "evil.test\\"],
    ["port", "80@evil.test"],
    ["port", "80/"],
    ["base", "../admin"],
    ["base", "a/.."],
    ["base", "a?b"],
    ["base", "a#"],
  ])("%s may not be %s", (name, value) => {
    expect(() => url({ [name]: value })).toThrow(
      new TypeError(`${name}: the value does not fit where the server's URL has it`),
    );
  });
});
