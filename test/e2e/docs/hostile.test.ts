/** Every string of a document may be an attack: none becomes markup, script, a link of another scheme, or a path. */
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProse } from "../../../generator/docs/html/parts/prose.js";
import { description } from "../../../generator/docs/markdown/text.js";
import { codeBlock, codeSpan, plainWords } from "../../../generator/encode/markdown.js";
import { fileNames } from "../../../generator/docs/places/file-names.js";
import { shellWord } from "../../../generator/encode/shell.js";
import { temporaryFolder } from "../../support/typecheck.js";
import { ATTACKS, hostileDocument } from "./hostile-document.js";
import { siteOf } from "../../support/docs/site.js";

interface Parser {
  write(text: string): void;
  end(): void;
}

interface Handlers {
  onopentag(name: string, attributes: Readonly<Record<string, string>>): void;
  oncomment(text: string): void;
}

/** The parser of the sanitiser: the one that HTML5 describes. */
const require = createRequire(createRequire(import.meta.url).resolve("sanitize-html"));
const { Parser: HtmlParser } = require("htmlparser2") as {
  Parser: new (handlers: Handlers) => Parser;
};

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  const parser = new HtmlParser({
    onopentag: (name, attributes) => tags.push({ name, attributes }),
    oncomment: (text) => tags.push({ name: `comment ${text}`, attributes: {} }),
  });
  parser.write(html);
  parser.end();
  return tags;
}

const OWN = new Set(
  (
    "html head meta title link script body header main nav footer article aside section div span p a b strong em i s del u " +
    "h1 h2 h3 h4 h5 h6 ul ol li dl dt dd code pre kbd sub sup br hr blockquote table thead tbody tr th td details summary " +
    "small fieldset legend input label wbr"
  ).split(" "),
);

let files: ReadonlyMap<string, string>;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(join(folder.path, "hostile.json"), JSON.stringify(hostileDocument()));
  const project = {
    name: "hostile",
    document: "hostile.json",
    output: "client",
    docsBase: "https://docs.test",
  };
  files = (await siteOf(project, folder.path)).files();
});
afterAll(() => folder.remove());

function problemsOf({ name, attributes }: Tag): string[] {
  const found: string[] = [];
  if (!OWN.has(name)) found.push(`<${name}>`);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (/^on|^style$|^src(?:set|doc)$|^formaction$|^data-pwned$|^xlink/.test(attribute))
      found.push(attribute);
    const isLink = attribute === "href" || attribute === "src";
    // A scheme as browsers read it: without what they leave out.
    const [, scheme] =
      /^([a-z][a-z0-9+.-]*):/i.exec(value.replaceAll(/[\u0000-\u0020]/g, "")) ?? [];
    const isIcon = name === "link" && value === "data:,";
    if (isLink && scheme !== undefined && !/^(?:https?|mailto)$/i.test(scheme) && !isIcon)
      found.push(value);
    if (isLink && value.startsWith("//")) found.push(value);
  }
  return found;
}

describe("the pages of a hostile document", () => {
  it("hold no element, attribute or link but their own", () => {
    let pages = 0;
    for (const [path, html] of files) {
      if (!path.endsWith(".html")) continue;
      pages++;
      const tags = tagsOf(html.replace(/^<!doctype html>/, ""));
      expect([path, tags.flatMap(problemsOf)]).toEqual([path, []]);
      const scripts = tags.filter(({ name }) => name === "script");
      expect(scripts.map(({ attributes }) => attributes["src"])).toEqual([
        path.includes("/") ? "../page.js" : "page.js",
      ]);
      const ids = tags.flatMap(({ attributes }) => attributes["id"] ?? []);
      expect([path, ids.filter((id, n) => ids.indexOf(id) !== n)]).toEqual([path, []]);
      expect([path, /[\u202a-\u202e\u2066-\u2069]/.test(html)]).toEqual([path, false]);
    }
    expect(pages).toBeGreaterThan(2 * ATTACKS.length);
  });

  it("stay in their folder, under names that are safe everywhere", () => {
    const paths = [...files.keys()];
    for (const path of paths) {
      expect(path).toMatch(
        /^(?:(?:operations|schemas|groups)\/)?[A-Za-z0-9_][\w.-]*\.(?:html|md|js|css|txt)$/,
      );
    }
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  });

  it("have twins in Markdown that become no markup either", () => {
    const markdown = new MarkdownIt({ html: true });
    for (const [path, text] of files) {
      if (!/\.(?:md|txt)$/.test(path)) continue;
      const problems = tagsOf(markdown.render(text)).flatMap(problemsOf);
      expect([path, problems]).toEqual([path, []]);
    }
  });

  it("have scripts of plain data", () => {
    const call = /^unfold(?:Search\.add|Expand)\((.*)\);\n$/s;
    for (const [path, text] of files) {
      const [, json] = call.exec(text) ?? [];
      if (/^search(?:-\d+)?\.js$/.test(path)) expect(() => JSON.parse(json ?? "")).not.toThrow();
    }
  });
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string(),
  fc
    .array(fc.constantFrom(...ATTACKS, "`", "``", "*", "[", "](", "<", ">", "\n", " ", "a"), {
      maxLength: 8,
    })
    .map((parts) => parts.join("")),
);

describe("text of any kind", () => {
  const prose = createProse({ base: "https://docs.test" });
  const markdown = new MarkdownIt({ html: true });

  it("is safe as a description", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(tagsOf(prose(text)).flatMap(problemsOf)).toEqual([]);
        const twin = markdown.render(description(text, "https://docs.test"));
        expect(tagsOf(twin).flatMap(problemsOf)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("is words, code or a block in Markdown, and nothing else", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const names = (html: string): string[] => tagsOf(html).map(({ name }) => name);
        expect(new Set(names(markdown.render(`- ${codeSpan(text)} end`)))).toEqual(
          new Set(["ul", "li", "code"]),
        );
        expect(names(markdown.render(codeBlock(text, "json")))).toEqual(["pre", "code"]);
        expect(names(markdown.renderInline(`x ${plainWords(text)}`))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("has a file name of its own", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 8 }), (ids) => {
        const names = fileNames(ids);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
        for (const name of names) expect(name).toMatch(/^[A-Za-z0-9_](?:[\w.-]{0,130}[\w-])?$/);
      }),
    );
  });

  it("is one word of a shell", () => {
    const texts = [...ATTACKS, ...fc.sample(anyText, 200)].map((text) =>
      text.replaceAll(/[\0\p{Cs}]/gu, ""),
    );
    const script = texts.map((text) => `printf '%s\\0' ${shellWord(text)}`).join("\n");
    const said = execFileSync("sh", { input: script, cwd: folder.path }).toString();
    expect(said.split("\0").slice(0, -1)).toEqual(texts);
  });
});
