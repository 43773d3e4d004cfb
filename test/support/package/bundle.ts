/** Bundles of programs that use the client, and what they weigh. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { rolldown } from "rolldown";

export const BUNDLERS = ["esbuild", "rolldown"] as const;
export type Bundler = (typeof BUNDLERS)[number];

/** In bytes. */
export interface Size {
  readonly min: number;
  /** gzip -9 */
  readonly gzip: number;
  readonly brotli: number;
}

/**
 * A program's bundle for browsers, minified. Its imports are found from `folder`.
 *
 * @throws what the bundler warns of, except that nothing is left
 */
export async function bundle(bundler: Bundler, program: string, folder: string): Promise<string> {
  if (bundler === "esbuild") {
    const { outputFiles, warnings } = await build({
      stdin: { contents: program, resolveDir: folder },
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      target: "es2022",
      write: false,
      logLevel: "silent",
    });
    const [warning] = warnings.filter(({ id }) => id !== "ignored-bare-import");
    if (warning !== undefined) throw new Error(warning.text);
    return outputFiles[0]?.text.trim() ?? "";
  }
  const input = join(folder, `program-${Buffer.from(program).toString("base64url").slice(-24)}.js`);
  await writeFile(input, program);
  const warnings: string[] = [];
  const bundled = await rolldown({
    input,
    platform: "browser",
    onLog: (_level, { code, message }) => void (code === "EMPTY_BUNDLE" || warnings.push(message)),
  });
  const { output } = await bundled.generate({ format: "esm", minify: true });
  await bundled.close();
  if (warnings[0] !== undefined) throw new Error(warnings[0]);
  return output[0].code.trim();
}

export function sizeOf(code: string): Size {
  return {
    min: Buffer.byteLength(code),
    gzip: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code).length,
  };
}
