import { describe, expect, it } from "vitest";
import { hunksText } from "../../../generator/check/hunk.js";

const lines = (count: number, change: (n: number) => string = String) =>
  Array.from({ length: count }, (_, n) => `${change(n)}\n`).join("");

describe("what differs in a file", () => {
  it("is every hunk of it", () => {
    const after = lines(30, (n) => (n === 5 || n === 20 ? "other" : String(n)));
    const text = hunksText("a.ts", lines(30), after);
    expect(text.match(/^@@ .*$/gm)).toEqual(["@@ -4,5 +4,5 @@", "@@ -19,5 +19,5 @@"]);
    expect(text.match(/^\+other$/gm)).toHaveLength(2);
    expect(text).not.toContain("more");
  });

  it("is cut where it grows long, and says what is left", () => {
    const after = lines(200, (n) => (n % 10 === 0 ? "other" : String(n)));
    expect(hunksText("a.ts", lines(200), after).split("\n")).toHaveLength(41);
    expect(hunksText("a.ts", lines(200), after)).toMatch(
      /\n… 98 lines more, 14 more hunks among them$/,
    );
    expect(hunksText("a.ts", "", lines(60))).toMatch(/\n… 21 lines more$/);
  });

  it("is nothing between equal texts", () => {
    expect(hunksText("a.ts", "x\n", "x\n")).toBe("");
  });
});
