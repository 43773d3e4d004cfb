/** Whether an object's property is required, without a search through all that are. */
interface WithRequired {
  readonly required?: readonly string[] | undefined;
}

/** Lists of a document and of a model are frozen: what is known of one stays true. */
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

export function requires({ required }: WithRequired, name: string): boolean {
  if (required === undefined) return false;
  let names = sets.get(required);
  if (names === undefined) sets.set(required, (names = new Set(required)));
  return names.has(name);
}
