/** A class that is known by its name where there are several copies of it. */
export interface NamedClass {
  /** The class's own name; a class that has none is known by itself alone. */
  readonly kind: string;
}

/**
 * Whether a value is an instance of a class, or of another copy of it: a package may come as ESM and as CommonJS, and
 * both in one program.
 */
export function isOfKind(wanted: NamedClass, value: unknown): boolean {
  for (let at = Object(value).constructor; at; at = Object.getPrototypeOf(at))
    if (at === wanted || (Object.hasOwn(wanted, "kind") && at.kind === wanted.kind)) return true;
  return false;
}
