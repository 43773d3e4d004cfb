/**
 * The id of an expandable value, whether or not it was expanded: `idOf(session.customer)`.
 * What is null or undefined stays so.
 */
export function idOf<T extends string | { readonly id: string } | null | undefined>(
  value: T,
): string | Extract<T, null | undefined> {
  // Nothing but null and undefined is left where there is neither a text nor an object.
  return typeof value === "object" && value
    ? value.id
    : (value as string | Extract<T, null | undefined>);
}
