/** Structures that ts-morph writes without their long texts: with them, they are what it would have written. */
import fc from "fast-check";
import {
  type InterfaceDeclarationStructure,
  type OptionalKind,
  Project,
  type PropertySignatureStructure,
  type StatementStructures,
  StructureKind,
} from "ts-morph";
import { expect, it } from "vitest";
import { Outline } from "../../../generator/write/outline.js";

const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });

function write(statements: readonly StatementStructures[]): string {
  const file = project.createSourceFile("a.ts", { statements: [...statements] });
  const text = file.getFullText();
  file.forget();
  return text;
}

function throughOutline(statements: readonly StatementStructures[]): string | undefined {
  const outline = new Outline(statements);
  return outline.complete([write(outline.structures)])?.[0];
}

/** Lines of comments, as the printer gets them; some have the letters of a mark. */
const line = fc.oneof(
  fc.constantFrom("", "The identifier.", "Amounts are in cents, as everywhere else.", "ᚠ0ᚠ", "* a"),
  fc
    .string({ unit: fc.constantFrom("a", " ", "ᚠ", "1", "$", "&"), maxLength: 40 })
    .map((text) => text.trim()),
);
const docs: fc.Arbitrary<{ description: string }[]> = fc.oneof(
  fc.constant<{ description: string }[]>([]),
  line.filter(Boolean).map((description) => [{ description }]),
  fc
    .array(line, { minLength: 2, maxLength: 4 })
    .map((lines) => [{ description: `\n${lines.join("\n")}` }]),
);
const type = fc.constantFrom(
  "string",
  "'a' | 'b'",
  "SomethingWithALongName | AnotherOne | null",
  "{ ᚠ1ᚠ: 'a rather long text with $1 and $& in it' }",
);
/** Where a type takes several lines, the name holds it. */
const property: fc.Arbitrary<OptionalKind<PropertySignatureStructure>> = fc.oneof(
  fc.record({ name: fc.constant("a:\n  | 'one'\n  | 'two'"), docs }),
  fc.record({ name: fc.constantFrom("id", "ᚠ0ᚠ"), type, hasQuestionToken: fc.boolean(), docs }),
);
const declaration: fc.Arbitrary<InterfaceDeclarationStructure> = fc.record({
  kind: fc.constant<StructureKind.Interface>(StructureKind.Interface),
  name: fc.constantFrom("Customer", "ᚠ2ᚠ"),
  isExported: fc.boolean(),
  docs,
  properties: fc.array(property, { maxLength: 4 }),
});

it("are filled in to the letter, or not at all", () => {
  let filled = 0;
  fc.assert(
    fc.property(fc.array(declaration, { minLength: 1, maxLength: 3 }), (statements) => {
      const text = throughOutline(statements);
      if (text === undefined) {
        expect(JSON.stringify(statements)).toContain("ᚠ");
        return;
      }
      filled++;
      expect(text).toBe(write(statements));
    }),
    { numRuns: 150 },
  );
  expect(filled).toBeGreaterThan(0);
});
