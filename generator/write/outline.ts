/**
 * Structures without their long texts. ts-morph writes character by character and parses what it has written; comments
 * and members of interfaces are text already, so that a mark stands for each of them meanwhile.
 */
import type {
  JSDocableNodeStructure,
  OptionalKind,
  PropertySignatureStructure,
  StatementStructures,
} from "ts-morph";
import { StructureKind } from "../support/compilers.js";

type Docs = NonNullable<JSDocableNodeStructure["docs"]>;
type Property = OptionalKind<PropertySignatureStructure>;

/** A letter that no living language has. {@link Outline.complete} sees where a document has it all the same. */
const MARK = "ᚠ";
const MARKED = /ᚠ(\d+)ᚠ/g;

export class Outline {
  readonly structures: readonly StatementStructures[];
  readonly #texts: string[] = [];

  constructor(structures: readonly StatementStructures[]) {
    this.structures = structures.map((one) => this.#statement(one));
  }

  /** With the texts in the place of their marks; undefined where there are marks of somebody else. */
  complete(written: readonly string[]): readonly string[] | undefined {
    let count = 0;
    const place = (line: string): string => {
      const [start = ""] = /^ *(?:\* )?/.exec(line) ?? [];
      const text = line.slice(start.length).replace(MARKED, (_, at: string) => {
        count++;
        return this.#texts[Number(at)] ?? "";
      });
      const lines = text.split("\n");
      return lines.map((each) => (each === "" ? start.trimEnd() : start + each)).join("\n");
    };
    const filled = written.map((text) =>
      text
        .split("\n")
        .map((line) => (line.includes(MARK) ? place(line) : line))
        .join("\n"),
    );
    return count === this.#texts.length ? filled : undefined;
  }

  #statement(structure: StatementStructures): StatementStructures {
    switch (structure.kind) {
      case StructureKind.Interface: {
        const { properties = [] } = structure;
        const docs = this.#docs(structure.docs);
        const texts = properties.map(propertyText);
        if (texts.length === 0 || texts.includes(undefined)) return { ...structure, docs };
        // ts-morph writes the last semicolon.
        const whole = texts.join("\n").slice(0, -";".length);
        return { ...structure, docs, properties: [{ name: this.#mark(whole) }] };
      }
      case StructureKind.TypeAlias:
        return { ...structure, docs: this.#docs(structure.docs) };
      case StructureKind.Function:
        return { ...structure, docs: this.#docs(structure.docs) };
      default:
        return structure;
    }
  }

  #docs(docs: Docs = []): Docs {
    return docs.map((doc) => {
      if (typeof doc !== "object" || typeof doc.description !== "string") return doc;
      const [, start = "", text = ""] = /^(\n?)([^]*)$/.exec(doc.description) ?? [];
      return start + this.#mark(text);
    });
  }

  #mark(text: string): string {
    this.#texts.push(text);
    return `${MARK}${this.#texts.length - 1}${MARK}`;
  }
}

/**
 * As ts-morph writes it; undefined where there is more to it than a comment, a name and a type on its line. A name with
 * several lines holds the type.
 */
function propertyText({ name, type, docs = [], ...rest }: Property): string | undefined {
  const { kind: _, hasQuestionToken, ...others } = rest;
  const isPlain = type === undefined || (typeof type === "string" && !type.includes("\n"));
  if (!isPlain || Object.keys(others).length > 0) return undefined;
  const comments = docs.map(commentText);
  if (comments.includes(undefined)) return undefined;
  const typed = type === undefined || type.trim() === "" ? "" : `: ${type}`;
  const optional = hasQuestionToken === true ? "?" : "";
  return [...comments, `${name}${optional}${typed};`].join("\n");
}

function commentText(doc: Docs[number]): string | undefined {
  if (typeof doc !== "object" || typeof doc.description !== "string" || doc.tags) return undefined;
  const [first = "", ...lines] = doc.description.split("\n");
  if (lines.length === 0) return `/** ${first} */`;
  if (first !== "") return undefined;
  return ["/**", ...lines.map((each) => (each === "" ? " *" : ` * ${each}`)), " */"].join("\n");
}
