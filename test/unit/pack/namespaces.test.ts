/** Namespaces that take the declarations of another module in. What a name means must stay what it was. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillNamespaces } from "../../../generator/pack/namespaces.js";
import { exportsOf, type Files } from "./exports.js";

function fill(files: Files, entries: readonly string[] = ["index"]): Files {
  return Object.fromEntries(fillNamespaces(new Map(Object.entries(files)), entries));
}

const CLASS = `import type { A, B } from "./names/index.js";
declare class Pets {
}
declare namespace Pets {
    export { A, B };
}
export { Pets };
`;
const NAMES = `export type A = "a";
export declare namespace A {
    type C = A;
    export import D = B.E;
}
export declare namespace B {
    type E = string;
}
`;
const both = { class: CLASS, "names/index": NAMES };

describe("a namespace that exports what another module declares", () => {
  it("takes the declarations in, with their imports", () => {
    const files = {
      class: `import type { Event } from "./cats.js";\n${CLASS.replace("export { A, B", "export { A, Event as Sent, B")}`,
      "names/index": `import type { Cat } from "../cats.js";\n${NAMES.replace("string", "Cat")}`,
    };
    expect(fill(files)).toEqual({ class: CLASS_WITH_NAMES });
  });

  it.each<[why: string, files: Files]>([
    ["somebody else wants them", { ...both, c: `export type { A } from "./names/index.js";\n` }],
    ["some are not exported", { ...both, class: CLASS.replace("export { A, B }", "export { A }") }],
    [
      "one is exported under another name",
      { ...both, class: CLASS.replace("export { A, B }", "export { A as B, B as A }") },
    ],
    ["one is a value", { ...both, "names/index": `${NAMES}export declare class F {\n}\n` }],
    [
      "a name of the platform would be hidden",
      {
        class: CLASS.replace("{ A, B }", "{ A, B, Event }").replace(
          "export { A, B }",
          "export { A, B, Event }",
        ),
        "names/index": NAMES.replace("string", "Event"),
      },
    ],
    [
      "an import would mean another type",
      {
        class: `import type { Cat } from "./dogs.js";\n${CLASS}`,
        "names/index": `import type { Cat } from "./cats.js";\n${NAMES.replace("string", "Cat")}`,
      },
    ],
  ])("stays apart where %s", (_, files) => {
    expect(fill(files)).toEqual(files);
  });

  it("takes those of several modules in", () => {
    const [a, b] = [`export type A = "a";\n`, `export type B = "b";\n`];
    const list = `import type { A } from "./a.js";\nimport type { B } from "./b.js";\n`;
    const files = { class: CLASS.replace(/^import.*\n/, list), a, b };
    const namespaces = [b, a].map((text) => {
      return `declare namespace Pets {\n    ${text.replace("export ", "")}}\n`;
    });
    expect(fill(files)).toEqual({
      class: `declare class Pets {\n}\n${namespaces.join("")}export { Pets };\n`,
    });
  });

  it("leaves an entry where it is", () => {
    expect(fill(both, ["names/index"])).toEqual(both);
  });
});

const CLASS_WITH_NAMES = `import type { Cat, Event } from "./cats.js";
declare class Pets {
}
declare namespace Pets {
    export { Event as Sent };
}
declare namespace Pets {
    type A = "a";
    namespace A {
        type C = A;
        export import D = B.E;
    }
    namespace B {
        type E = Cat;
    }
}
export { Pets };
`;

const WORDS = ["A", "B", "Event", "Response"];
const use = fc.record({
  name: fc.constantFrom(...WORDS),
  isImported: fc.boolean(),
});
const given = fc.record({
  declared: fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }),
  inner: fc.constantFrom(...WORDS),
  uses: fc.array(use, { maxLength: 3 }),
  others: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 3 }),
  listed: fc.boolean(),
});

describe("whatever the modules name", () => {
  it("each name of the namespace means what it meant", () => {
    let filled = 0;
    const property = fc.property(given, ({ declared, inner, uses, others, listed }) => {
      const foreign = others.filter((name) => !declared.includes(name));
      const imported = uses.filter((one) => one.isImported && !declared.includes(one.name));
      const types = uses.map(({ name }) => `${name}["type"]`).filter((text) => isKnown(text));
      const exported = [...declared, ...(listed ? foreign : [])];
      const files = {
        class: [
          `import type { ${declared.join(", ")} } from "./names/index.js";`,
          ...foreign.map((name) => `import type { ${name} } from "./cats.js";`),
          `declare class Pets {\n}\ndeclare namespace Pets {\n    export { ${exported.join(", ")} };\n}`,
          `export { Pets };\n`,
        ].join("\n"),
        "names/index": [
          ...new Set(imported.map(({ name }) => `import type { ${name} } from "../dogs.js";`)),
          ...declared.map((name) => `export type ${name} = { type: "names ${name}" };`),
          ...declared.map((name) => nested(name, inner, types)),
          "",
        ].join("\n"),
        cats: WORDS.map((name) => `export type ${name} = { type: "cat ${name}" };\n`).join(""),
        dogs: WORDS.map((name) => `export type ${name} = { type: "dog ${name}" };\n`).join(""),
        probe: [
          `import { Pets } from "./class.js";`,
          ...exported.map((name) => `export type ${name}_ = Pets.${name};`),
          ...declared.map((name) => `export type ${name}_in = Pets.${name}.In;`),
          "",
        ].join("\n"),
      };
      function isKnown(text: string): boolean {
        const name = text.slice(0, text.indexOf("["));
        const isHere = declared.includes(name) || imported.some((one) => one.name === name);
        return isHere || name === "Event" || name === "Response";
      }
      const after = fill(files);
      if (!("names/index" in after)) filled++;
      expect(exportsOf(after, ["probe"])).toEqual(exportsOf(files, ["probe"]));
    });
    fc.assert(property, { numRuns: 80 });
    expect(filled).toBeGreaterThan(0);
  });
});

/** A namespace with a name of its own, which hides what is called so around it. */
function nested(name: string, inner: string, types: readonly string[]): string {
  return `export declare namespace ${name} {
    type ${inner}_ = [${types.join(", ")}];
    namespace Deep {
        type ${inner} = { type: "deep" };
        type In = ${inner}["type"];
    }
    type In = [...${inner}_, Deep.In];
}`;
}
