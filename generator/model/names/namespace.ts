import type { TypeName, TypeTarget } from "../types/index.js";

/** A namespace while it grows. */
export class Namespace {
  readonly #names = new Map<string, Entry>();

  /** Gives the type at the end of a path of names; whoever comes first has the name. */
  add(path: readonly string[], target: TypeTarget, members: readonly TypeName[]): void {
    const [name = "", ...rest] = path;
    const entry = this.#names.get(name) ?? { inner: new Namespace() };
    this.#names.set(name, entry);
    if (rest.length > 0) entry.inner.add(rest, target, members);
    else entry.type ??= { target, members };
  }

  finish(): readonly TypeName[] {
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

interface Entry {
  readonly inner: Namespace;
  type?: { readonly target: TypeTarget; readonly members: readonly TypeName[] };
}
