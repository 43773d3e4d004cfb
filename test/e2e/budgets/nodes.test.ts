/** What compilers and editors read before they check one call: it does not depend on the machine. */
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asMethods, oneCall } from "../../support/types/consumers.js";
import { type Staged, stage } from "../../support/types/staged.js";

let staged: Staged;
beforeAll(async () => {
  staged = await stage();
}, 300_000);
afterAll(() => {
  staged.remove();
});

interface Read {
  readonly files: number;
  /** Of the syntax trees of all the package's files. */
  readonly nodes: number;
}

/** What a program makes the compiler read of a package. */
function read(text: string, name: string, type: "module" | "commonjs" = "module"): Read {
  const file = type === "module" ? "call.mts" : "call.cts";
  staged.write(file, text);
  const program = ts.createProgram([join(staged.folder, file)], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  });
  const files = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.includes(`/${name}/`) && fileName.endsWith(".d.ts"));
  return { files: files.length, nodes: files.reduce((sum, each) => sum + nodesOf(each), 0) };
}

function nodesOf(node: ts.Node): number {
  let count = 1;
  node.forEachChild((child) => void (count += nodesOf(child)));
  return count;
}

/** A tenth above what was measured. */
it.each<[what: string, text: string, budget: Read]>([
  ["the class", asMethods(oneCall).ours, { files: 65, nodes: 215_000 }],
  ["a function", oneCall.ours, { files: 44, nodes: 163_000 }],
])("one call by %s", (_, text, budget) => {
  const { files, nodes } = read(text, "@unfold/stripe");
  expect(files).toBeLessThanOrEqual(budget.files);
  expect(nodes).toBeLessThanOrEqual(budget.nodes);
});

it("a CommonJS program reads the same files, and an ES module one more for each entry", () => {
  const text = `import { Stripe } from "@unfold/stripe";\nexport const stripe = new Stripe("sk_test_1");\n`;
  const required = read(text, "@unfold/stripe", "commonjs");
  const imported = read(text, "@unfold/stripe");
  expect(imported.files).toBe(required.files + 1);
  expect(imported.nodes - required.nodes).toBeLessThan(20);
});

it("the class is less than what the official SDK is", () => {
  const ours = read(asMethods(oneCall).ours, "@unfold/stripe");
  const theirs = read(oneCall.theirs, "stripe-latest");
  expect(theirs.nodes).toBeGreaterThan(300_000);
  expect(ours.nodes / theirs.nodes).toBeLessThan(0.66);
});
