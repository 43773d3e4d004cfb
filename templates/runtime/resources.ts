/** A function that takes the client first, then the values of its path, its params, and options. */
export type Operation<C> = (client: C, ...args: never[]) => unknown;

/** Operations by the names of resources and methods; several of one name stand at the number of their path's values. */
export interface Tree<C> {
  readonly [name: string]: Tree<C> | Method<C>;
}

type Method<C> = Operation<C> | readonly (Operation<C> | undefined)[];

/** Tells the options of a call from its params. */
export type IsOptions = (value: unknown) => boolean;

/**
 * Gives `target` the tree's resources as properties, each of them made when it is first used, and the operations as
 * methods without the client.
 *
 * With `isOptions`, a caller may leave out the params before the options.
 */
export function bind<T, C = never>(
  client: C,
  tree: Tree<C>,
  isOptions?: IsOptions,
  target: object = {},
): T {
  for (const [name, branch] of Object.entries(tree)) {
    let resource: unknown;
    const property: PropertyDescriptor = isTree(branch)
      ? {
          get: () => (resource ??= bind(client, branch, isOptions)),
          set: (other: unknown) => (resource = other),
        }
      : { value: (...args: unknown[]) => call(client, branch, args, isOptions), writable: true };
    Object.defineProperty(target, name, { ...property, enumerable: true, configurable: true });
  }
  // The emitted interfaces are the witness for what the tree holds.
  return target as T;
}

function isTree<C>(branch: Tree<C> | Method<C>): branch is Tree<C> {
  return typeof branch === "object" && !Array.isArray(branch);
}

function call<C>(client: C, method: Method<C>, args: unknown[], isOptions?: IsOptions): unknown {
  const ids = args.findIndex((arg) => typeof arg === "object" || arg === undefined);
  const operation = typeof method === "function" ? method : method[ids < 0 ? args.length : ids];
  if (!operation) throw new TypeError("There is no such method with that many ids");
  const places = operation.length - 1;
  const last = args.at(-1);
  if (args.length !== places && isOptions?.(last)) {
    args.length = Math.min(args.length, places) - 1;
    args[places - 1] = last;
  }
  return operation(client, ...(args as never[]));
}
