import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The program as one script without imports: a module, or a function that gives `unfold.program`. */
export async function bundleProgram(format: "esm" | "iife"): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("program.ts", import.meta.url))],
    bundle: true,
    format,
    globalName: "unfold",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}
