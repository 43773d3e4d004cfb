/** What is wrong with servers and security requirements, and what a client can still do. */
import { describe, expect, it } from "vitest";
import type { Dialect } from "../../../generator/config/index.js";
import { modelOf, type Part } from "../../support/model.js";

const REGION = { default: "eu", enum: ["eu", "us"] };
/** Without what is wrong with a document of so few words. */
function readServers(part: Part, ...rest: readonly [Dialect?]) {
  const { model, warnings } = modelOf(part, ...rest);
  return { model, warnings: warnings.filter(({ code }) => /server|security/.test(code)) };
}

const operation = (more: object) => ({ paths: { "/x": { get: { responses: {}, ...more } } } });

describe("the variables of servers", () => {
  it("are one where several servers have them, with the values of all", () => {
    const servers = [{ url: "https://{region}.test/", variables: { region: REGION } }];
    const others = [
      { url: "https://{region}.x", variables: { region: { default: "eu", enum: ["ap"] } } },
    ];
    const { model, warnings } = readServers({ servers, ...operation({ servers: others }) });
    expect(warnings).toEqual([]);
    expect(model.api).toMatchObject({
      server: "https://{region}.test",
      variables: [{ name: "region", default: "eu", values: ["eu", "us", "ap"] }],
    });
    expect(model.operations[0]?.server).toBe("https://{region}.x");
  });

  it("are fixed where one of that name has another default", () => {
    const servers = [{ url: "https://{region}.test", variables: { region: REGION } }];
    const others = [{ url: "https://{region}.x", variables: { region: { default: "de" } } }];
    const { model, warnings } = readServers({ servers, ...operation({ servers: others }) });
    expect(model.operations[0]?.server).toBe("https://de.x");
    expect(warnings).toMatchObject([
      {
        code: "server-variable-conflict",
        location: { pointer: "/paths/~1x/get/servers/0/variables/region" },
      },
    ]);
  });

  it("stay as they are where they are not declared", () => {
    const { model, warnings } = readServers({ servers: [{ url: "https://{a}.test" }] });
    expect(model.api.server).toBe("https://{a}.test");
    expect(warnings).toMatchObject([
      { code: "undeclared-server-variable", location: { pointer: "/servers/0/url" } },
    ]);
  });

  it("have their defaults where the dialect has options of its own", () => {
    const servers = [{ url: "https://{region}.test", variables: { region: REGION } }];
    const { model } = readServers({ servers }, { templates: "templates/x" });
    expect(model.api).toMatchObject({ server: "https://eu.test", variables: [] });
  });
});

describe("a server without a host", () => {
  it.each<[string, readonly object[] | undefined]>([
    ["is none", undefined],
    ["is none", []],
    ["is none", [{ url: "/v1" }]],
    ["is none", [{ url: "v1" }]],
  ])("%s: %j", (_, servers) => {
    const part: Part = servers === undefined ? {} : { servers };
    expect(modelOf(part).model.api.server).toBe("");
  });
});

it("a requirement of a scheme that is not declared is a warning", () => {
  const { model, warnings } = readServers(operation({ security: [{ key: [] }, {}] }));
  expect(model.operations[0]?.requires).toEqual([["key"], []]);
  expect(warnings).toMatchObject([
    { code: "unknown-security-scheme", location: { pointer: "/paths/~1x/get/security/0/key" } },
  ]);
});
