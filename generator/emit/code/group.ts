/** Items by the module that declares them; modules sorted, items in their own order. */
export function groupByModule<T extends { readonly module: string }>(
  items: readonly T[],
): [module: string, items: T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.module);
    if (group === undefined) groups.set(item.module, [item]);
    else group.push(item);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
