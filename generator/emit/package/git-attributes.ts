/** What git has to know of the output: committed by whoever generates, so that it looks and merges well. */
import type { TextDescription } from "../code/file.js";

/**
 * Line ends stay as they are written, on Windows, too: `check` compares bytes. Pull requests fold the files away.
 * The manifest keeps the lines of both sides of a merge.
 */
export const GIT_ATTRIBUTES: TextDescription = {
  kind: "text",
  path: ".gitattributes",
  text: ["* text eol=lf linguist-generated", ".unfold.json merge=union", ""].join("\n"),
};
