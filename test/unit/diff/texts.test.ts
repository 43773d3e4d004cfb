/** What differs is seen, and what is not seen does not differ. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differing } from "../../../generator/diff/rules/differing.js";
import { compareProse, plain } from "../../../generator/diff/rules/prose.js";

const spot = { pointer: "", symbol: "x" };

describe("texts that differ", () => {
  const words = fc.array(fc.constantFrom("customer", "the", "a", "charge"), {
    maxLength: 80,
    size: "max",
  });
  it("are cut so that it is seen", () => {
    fc.assert(
      fc.property(words, fc.string(), fc.string(), words, (start, a, b, end) => {
        fc.pre(a !== b);
        const [before, after] = [a, b].map((it) => [...start, it, ...end].join(" "));
        const [from, to] = differing(before, after);
        expect(from).not.toBe(to);
        expect(Math.max(from?.length ?? 0, to?.length ?? 0)).toBeLessThanOrEqual(170);
      }),
    );
  });
});

describe("a text", () => {
  it.each([
    ["The  customer's\n name.", "The customer's name.", false],
    ["<p>The <b>customer</b>&#39;s name.</p>", "The **customer**'s name.", false],
    ["See `charge`.", "See charge.", false],
    ['See <a href="/docs">docs</a>.', "See [docs](/docs).", false],
    ["See [docs](/docs).", "See [docs](/other).", true],
    ["The customer.", "The customers.", true],
    [undefined, "", false],
    [undefined, "The customer.", true],
  ])("%j, then %j, is another one: %s", (before, after, differs) => {
    expect(compareProse(before, after, spot)).toHaveLength(differs ? 1 : 0);
  });

  it("that only looks different is not a row, and each row shows a difference", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const [row] = compareProse(before, after, spot);
        if (row === undefined) expect(plain(before)).toBe(plain(after));
        else expect(row.before).not.toBe(row.after);
      }),
    );
  });
});
