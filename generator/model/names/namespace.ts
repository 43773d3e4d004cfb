import type { TypeTarget } from "../types/index.js";
import { kebabCase } from "./identifiers.js";
import type { MemberName } from "./member-names.js";

/** A namespace while it grows. */
export class Namespace {
  readonly #names = new Map<string, Entry>();

  /** Gives the type at the end of a path of names; whoever comes first has the name. */
  add(path: readonly string[], target: TypeTarget, members: readonly MemberName[]): void {
    const [name = "", ...rest] = path;
    const entry = this.#names.get(name) ?? { inner: new Namespace() };
    this.#names.set(name, entry);
    if (rest.length > 0) entry.inner.add(rest, target, members);
    else entry.type ??= { target, members };
  }

  finish(): readonly MemberName[] {
    return Array.from(this.#names, ([name, { type, inner }]) => {
      const members = type?.members ?? [];
      const taken = new Set(members.map((member) => member.name));
      return {
        name,
        ...(type === undefined ? {} : { target: type.target }),
        members: [...members, ...inner.finish().filter((other) => !taken.has(other.name))],
      };
    });
  }
}

/** Names whose first word is the same stand in one module: `CheckoutSessionCompletedEvent` and `Checkout` → `checkout`. */
export function moduleOfName(name: string): string {
  return kebabCase(/^[A-Z]+[a-z0-9]*/.exec(name)?.[0] ?? name);
}

interface Entry {
  readonly inner: Namespace;
  type?: { readonly target: TypeTarget; readonly members: readonly MemberName[] };
}
