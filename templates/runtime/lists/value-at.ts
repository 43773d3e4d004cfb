/** Names of properties, from the outermost inwards. */
export type Path = readonly string[];

/** What is at a path; undefined where it ends before. */
export function valueAt(value: unknown, path: Path): unknown {
  let found = value;
  for (const name of path)
    found = Object.hasOwn(Object(found), name) ? Object(found)[name] : undefined;
  return found;
}
