/**
 * Whole trees of names mean the same: `create`, `update` and `confirm` of a payment take the same data of a payment
 * method. Each is declared once, and stands under its other names by reference: a compiler reads every name of the
 * package, whichever of them a program uses.
 */
import type { Shape, TypeName } from "../types/index.js";
import type { MemberName } from "./member-names.js";
import { moduleOfName } from "./namespace.js";

/** A tree of names and where it was declared first. */
interface Declared {
  readonly name: MemberName;
  readonly path: readonly string[];
}

/** The same names; those that repeat others with members of their own say so. */
export function shareNames(names: readonly MemberName[]): readonly TypeName[] {
  return new Sharing().share(names, [], new Set());
}

class Sharing {
  readonly #declared = new Map<string, Declared[]>();

  /** `inside` are the names within the types around, which hide those outside of them. */
  share(
    names: readonly MemberName[],
    around: readonly string[],
    inside: ReadonlySet<string>,
  ): readonly TypeName[] {
    return names.map((one) => {
      const { name, target, members } = one;
      const path = [...around, name];
      const sameAs = this.#find(one, path, inside);
      const named = { name, ...(target === undefined ? {} : { target }) };
      if (sameAs !== undefined) return { ...named, members: members.map(plain), sameAs };
      const within = new Set([...inside, ...members.map((member) => member.name)]);
      return { ...named, members: this.share(members, path, within) };
    });
  }

  /** Where the same was declared before; else it is declared here. */
  #find(
    name: MemberName,
    path: readonly string[],
    inside: ReadonlySet<string>,
  ): readonly string[] | undefined {
    if (name.target?.kind !== "member" || name.members.length === 0) return undefined;
    // A type alone that a module imports cannot be referred to with all that it holds.
    const outline = JSON.stringify([moduleOfName(path[0] ?? ""), outlineOf(name)]);
    const alike = this.#declared.get(outline) ?? [];
    const found = alike.find((other) => isSame(name, other.name));
    if (found === undefined) this.#declared.set(outline, [...alike, { name, path }]);
    return found === undefined || inside.has(found.path[0] ?? "") ? undefined : found.path;
  }
}

/** Differs where the trees do, mostly. */
function outlineOf({ name, target, members }: MemberName): unknown {
  return [name, target?.kind === "member" && target.part, members.map((member) => member.name)];
}

function isSame(one: MemberName, other: MemberName): boolean {
  return meaningOf(one) === meaningOf(other);
}

function meaningOf({ place, shape, members }: MemberName): string {
  return JSON.stringify([place, typeIn(shape), members]);
}

/** Without what is said of the property itself. */
function typeIn(shape: Shape = {}): Shape {
  const { description: _, deprecated: __, example: ___, default: ____, ...type } = shape;
  return type;
}

function plain({ name, target, members }: MemberName): TypeName {
  return { name, ...(target === undefined ? {} : { target }), members: members.map(plain) };
}
