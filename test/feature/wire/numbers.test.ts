/** Whole numbers of 64 bits and decimals as text: none is rounded on its way, wherever it stands. */
import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Program, start } from "../operations/program.js";
import { type Handler, ok } from "../../support/servers/server.js";

const LARGEST = 2n ** 63n - 1n;
const kept = { amount: `${LARGEST}`, parts: [`${-LARGEST - 1n}`], rate: "0.1000", small: 1 };

let handler: Handler;
let program: Program;
beforeAll(async () => {
  program = await start("numbers", (...request) => handler(...request));
});
afterAll(() => program[Symbol.asyncDispose]());
beforeEach(() => {
  handler = ok(kept);
});

const numbers = fc.oneof(
  fc.constantFrom(LARGEST, -LARGEST - 1n, 0n, 2n ** 53n + 1n, 10n ** 21n),
  fc.bigInt(),
);

describe("are sent to the last digit", () => {
  it("in path, query, header, cookie and JSON", async () => {
    const property = fc.asyncProperty(numbers, fc.boolean(), async (number, asText) => {
      const n = String(number);
      const { url, headers, body } = await program.sent("everywhere", asText ? n : number);
      expect(decodeURIComponent(url)).toBe(
        `/ledgers/${n}/${n},${n}?after=${n}&ranks=${n}&ranks=${n}`,
      );
      expect([headers["x-sequence"], headers["cookie"]]).toEqual([n, `seen=${n}`]);
      expect(body.toString()).toBe(
        `{"amount":"${n}","parts":["${n}"],"by_name":{"a":"${n}"},"before":"${n}","rate":"0.1","small":1}`,
      );
    });
    await fc.assert(property, { numRuns: 20 });
  });

  it("in forms", async () => {
    handler = (response) => response.writeHead(204).end();
    const property = fc.asyncProperty(numbers, async (number) => {
      const form = await program.sent("inForm", number);
      expect(form.body.toString()).toBe(`total=${number}&parts=${number}&parts=${number}`);
      const file = await program.sent("inFile", number);
      expect(file.body.toString()).toContain(`name="size"\r\n\r\n${number}\r\n`);
    });
    await fc.assert(property, { numRuns: 20 });
  });

  it("whatever a program has made of bigints in JSON", async () => {
    const rounding = { value: () => 0, configurable: true };
    Reflect.defineProperty(BigInt.prototype, "toJSON", rounding);
    try {
      const { body } = await program.sent("everywhere", LARGEST);
      expect(body.toString()).toContain(`{"amount":"${LARGEST}"`);
    } finally {
      Reflect.deleteProperty(BigInt.prototype, "toJSON");
    }
  });
});

describe("come as they were sent", () => {
  it("as text, which BigInt reads", async () => {
    expect(await program.run("sum")).toBe(-1n);
  });

  it("and go back unchanged", async () => {
    const came = await program.run("everywhere", "1");
    expect(came).toEqual(kept);
    const { body } = await program.sent("again", came);
    expect(body.toString()).toBe(JSON.stringify(kept));
  });

  it("from the test fetch, which has seen what was sent", async () => {
    const params = { query: { after: `${LARGEST}` }, header: {}, cookie: {} };
    expect(await program.run("tested", LARGEST)).toEqual([
      1n,
      1,
      `${LARGEST}`,
      { id: `${LARGEST}`, ids: expect.anything() as unknown },
      expect.objectContaining({
        query: params.query,
        body: { amount: `${LARGEST}`, rate: "1", small: 1 },
      }),
    ]);
  });
});
