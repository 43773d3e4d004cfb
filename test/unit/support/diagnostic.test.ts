import { expect, test } from "vitest";
import { type Diagnostic, format } from "../../../generator/support/diagnostic.js";

const diagnostic: Diagnostic = {
  code: "some-code",
  severity: "warning",
  message: "this is wrong",
  location: { file: "a.yaml", line: 2, column: 3, pointer: "/a~1b" },
  hint: "Fix it",
};

test("a diagnostic says what, where, and what to do", () => {
  expect(format(diagnostic)).toBe(
    "warning: this is wrong [some-code]\n  at a.yaml:2:3 #/a~1b\n  Fix it",
  );
  expect(format({ ...diagnostic, location: { file: "a.yaml" } })).toContain("\n  at a.yaml\n");
  expect(format({ code: "c", severity: "error", message: "m" })).toBe("error: m [c]");
});

test("text of a document cannot move the cursor or hide a line", () => {
  const hostile = "\u001b[2J\r\n\u0007\u202e\u2028";
  const text = format({ ...diagnostic, message: hostile });
  expect(text.split("\n")).toHaveLength(3);
  expect(text).toContain("\\u001b[2J\\u000d\\u000a\\u0007\\u202e\\u2028");
});
