import { at } from "./at.js";
import { type Call, type Client, request, type RequestOptions } from "./call/request.js";

/** A function that takes the client first, then the values of its path, its params where it has any, and options. */
export type Operation<C> = (client: C, ...args: never[]) => unknown;

/**
 * The same as text, where method and path say everything: `GET /pets/{pet}`, or `list /pets` of a {@link Senders}. It
 * ends with ` -` where no params stand before the options. What the tree around it has under the empty name goes before
 * the path.
 */
export type CallText = string;

/** Operations by the names of resources and methods; several of one name stand at the number of their path's values. */
export interface Tree<C> {
  readonly [name: string]: Tree<C> | Method<C>;
}

type Leaf<C> = Operation<C> | CallText;

type Method<C> = Leaf<C> | readonly (Leaf<C> | undefined)[];

/** What sends a call in another way, by the word that stands in the place of the method. */
export interface Senders<C, O> {
  readonly [word: string]: (client: C, call: Call, options?: O) => unknown;
}

/** Puts in order what follows the ids: params, then options. What it throws, the call rejects with. */
export type Arrange = (rest: readonly unknown[]) => readonly unknown[];

/**
 * Gives `target` the tree's resources as properties, each of them made when it is first used, and the operations as
 * methods without the client.
 *
 * With `arrange`, a caller may leave out the params before the options.
 */
export function bind<T, O extends RequestOptions = never>(
  client: Client<O>,
  tree: Tree<Client<O>>,
  senders: Senders<Client<O>, O>,
  arrange?: Arrange,
  target: object = {},
): T {
  const { "": base = "", ...branches } = tree;
  for (const [name, branch] of Object.entries(branches)) {
    let resource: unknown;
    const property: PropertyDescriptor = isTree(branch)
      ? {
          get: () => (resource ??= bind(client, branch, senders, arrange)),
          set: (other: unknown) => (resource = other),
        }
      : {
          value: (...args: unknown[]) => call(client, branch, args, senders, arrange, String(base)),
          writable: true,
        };
    Object.defineProperty(target, name, { ...property, enumerable: true, configurable: true });
  }
  // The emitted interfaces are the witness for what the tree holds.
  return target as T;
}

function isTree<C>(branch: Tree<C> | Method<C>): branch is Tree<C> {
  return typeof branch === "object" && !Array.isArray(branch);
}

function call<O extends RequestOptions>(
  client: Client<O>,
  method: Method<Client<O>>,
  args: readonly unknown[],
  senders: Senders<Client<O>, O>,
  arrange: Arrange = (rest) => rest,
  base = "",
): unknown {
  const given = args.findIndex((arg) => /object|undefined|function/.test(typeof arg));
  const found = typeof method === "object" ? method[given < 0 ? args.length : given] : method;
  const operation = typeof found === "string" ? found.replace(" ", () => ` ${base}`) : found;
  if (!operation) throw new TypeError("There is no such method with that many ids");
  // Behind the client and the ids stand params and options; or options alone, which the last id is counted with then.
  const isText = typeof operation === "string";
  const places = isText && operation.endsWith(" -") ? 1 : 2;
  const length = isText ? operation.split("{").length - 1 : operation.length - 3;
  const ids = Array.from({ length }, (_, index) => args[index]) as never[];
  const run = (sender: Client<O>, rest: readonly unknown[]) =>
    isText
      ? (senders[operation.split(" ")[0] ?? ""] ?? request)(
          sender,
          at(operation as `${string} /${string}`, rest[places - 2], ...ids),
          rest[places - 1] as O,
        )
      : operation(sender, ...ids, ...(rest as never[]));
  let last: readonly unknown[];
  try {
    last = arrange(args.slice(ids.length));
    if (args.length > length + places) throw new TypeError("The method takes fewer arguments");
  } catch (error) {
    // Callers look for errors where the method promises to give them, and pages promise more than a promise does.
    return run({ send: () => Promise.reject(error) }, []);
  }
  return run(client, last);
}
