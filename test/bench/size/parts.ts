/**
 * `npm run bench:size:parts`: what each module adds to the bundle of one call: by how much the bundle shrinks when the module is
 * empty, which is less than its own size where its text repeats what others have. Then, what is left of it without more and
 * more of what the client is asked to do besides sending: the design's floor is 4.2 kB.
 */
import { readFile } from "node:fs/promises";
import { build, type Plugin } from "esbuild";
import { gzipSync } from "node:zlib";
import { packed } from "../../support/package/packed.js";
import { ONE_CALL } from "../../support/package/programs.js";

const { folder } = await packed();
const whole = await bundle();
const rows: (readonly [module: string, bytes: number])[] = [];
for (const module of whole.modules) {
  rows.push([module, whole.gzip - (await bundle([module])).gzip]);
}
console.log("| module | bytes, gzip |\n|---|---|");
for (const [module, bytes] of rows.sort((a, b) => b[1] - a[1])) {
  if (bytes > 0) console.log(`| ${module} | ${bytes} |`);
}
console.log(`| all | ${whole.gzip} |`);

const BESIDES: Readonly<Record<string, readonly string[]>> = {
  "error classes and their messages": [
    "stripe/errors/from-failure.js",
    "stripe/errors/stripe-error.js",
    "stripe/errors/base-error.js",
    "runtime/errors/describe.js",
  ],
  "keys hidden in errors": ["runtime/support/redact.js", "stripe/errors/redact.js"],
  "rules for addresses and paths": ["runtime/send/base-url.js", "runtime/encode/path.js"],
  middleware: ["runtime/send/middleware.js"],
  "timeouts and signals": ["runtime/support/deadline.js"],
};
console.log("\n| without | bytes, gzip | and without all above |\n|---|---|---|");
const gone: string[] = [];
for (const [what, modules] of Object.entries(BESIDES)) {
  gone.push(...modules);
  const [alone, together] = [await bundle(modules), await bundle(gone)];
  console.log(`| ${what} | ${alone.gzip} | ${together.gzip} |`);
}

/** The bundle of one call, and the modules that are in it; `without` what some of them hold. */
async function bundle(
  without: readonly string[] = [],
): Promise<{ gzip: number; modules: readonly string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: ONE_CALL.source, resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    metafile: true,
    plugins: [emptied(without)],
  });
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.entries(output?.inputs ?? {}).filter(([, part]) => part.bytesInOutput > 0);
  return {
    gzip: gzipSync(outputFiles[0]?.text.trim() ?? "", { level: 9 }).length,
    modules: inputs.map(([path]) => nameOf(path)).filter((name) => name !== "<stdin>"),
  };
}

function nameOf(path: string): string {
  return path.replace(/^.*node_modules\//, "").replace(/^@unfold\/stripe\/dist\/esm\//, "");
}

/** Gives modules the same exports, which do nothing. */
function emptied(modules: readonly string[]): Plugin {
  return {
    name: "emptied",
    setup({ onLoad }) {
      onLoad({ filter: /\.m?js$/ }, async ({ path }) => {
        if (!modules.includes(nameOf(path))) return undefined;
        const text = await readFile(path, "utf8");
        const names = new Set(
          Array.from(
            text.matchAll(/^export (?:async )?(?:function|class|const|let) (\w+)/gm),
            ([, name]) => name,
          ),
        );
        for (const [, list = ""] of text.matchAll(/^export \{([^}]*)\}/gm))
          for (const name of list.split(",")) names.add(name.split(" as ").at(-1)?.trim());
        const contents = [...names].map((name) =>
          name === "default" ? "export default 0;" : `export class ${name} {}`,
        );
        return { contents: contents.join("\n") };
      });
    },
  };
}
