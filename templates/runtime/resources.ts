/** A function that takes the client first, then its path parameters, its params where it has any, and options. */
export type Operation<C> = (client: C, ...args: never[]) => unknown;

/** Operations by the names of resources and methods; several of one name stand at the number of their path parameters. */
export interface Tree<C> {
  readonly [name: string]: Tree<C> | Operation<C> | readonly (Operation<C> | undefined)[];
}

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
    const define = (value: object) =>
      Object.defineProperty(target, name, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    if (isTree(branch)) {
      const get = () => {
        const resource = bind<object, C>(client, branch, isOptions);
        define(resource);
        return resource;
      };
      Object.defineProperty(target, name, { get, enumerable: true, configurable: true });
    } else {
      define((...args: unknown[]) => call(client, branch, args, isOptions));
    }
  }
  // The emitted interfaces are the witness for what the tree holds.
  return target as T;
}

type Branch<C> = Exclude<Tree<C>[string], Tree<C>>;

function isTree<C>(branch: Tree<C>[string]): branch is Tree<C> {
  return typeof branch === "object" && !Array.isArray(branch);
}

function call<C>(client: C, branch: Branch<C>, args: unknown[], isOptions?: IsOptions): unknown {
  const operation = typeof branch === "function" ? branch : choose(branch, args);
  if (!operation) throw new TypeError("No operation takes that many parameters of the path");
  const places = operation.length - 1;
  const last = args.at(-1);
  if (args.length !== places && isOptions?.(last)) {
    args.length = Math.min(args.length, places) - 1;
    args[places - 1] = last;
  }
  return operation(client, ...(args as never[]));
}

/** By the number of leading arguments that are neither params nor options. */
function choose<C>(
  branch: readonly (Operation<C> | undefined)[],
  args: unknown[],
): Operation<C> | undefined {
  const end = args.findIndex((arg) => typeof arg !== "string");
  return branch[end < 0 ? args.length : end];
}
