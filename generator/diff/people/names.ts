/** The names by which a program calls what the generator has given names of its own. */
import type { Model, Operation, Resource, TypeName } from "../../model/types/index.js";

export interface Names {
  /** `postSubscriptions` → `stripe.subscriptions.create`, `Subscription` → `Stripe.Subscription`. */
  readonly called: ReadonlyMap<string, string>;
  /** Function → the path of its resource: `checkout.sessions`. */
  readonly resources: ReadonlyMap<string, string>;
  /** What methods and types are reached through: `stripe.` and `Stripe.`; empty where there is no class. */
  readonly instance: string;
  readonly namespace: string;
}

export function namesOf(model: Model): Names {
  const { output, resources, operations, schemas } = model;
  const name = output.class?.name;
  const instance = name === undefined ? "" : `${name.charAt(0).toLowerCase()}${name.slice(1)}.`;
  const namespace = name === undefined ? "" : `${name}.`;
  const called = new Map<string, string>();
  const paths = new Map<string, string>();
  if (resources !== undefined) nameMethods(resources, instance, called, paths);
  const params = new Map(operations.map((one) => [one.name, one.params?.name]));
  const types = new Map(schemas.map((one) => [one.key, one.name]));
  nameTypes(model.typeNames, namespace, (path, { target }) => {
    const own =
      target?.kind === "schema"
        ? types.get(target.key)
        : target?.kind === "params"
          ? params.get(target.operation)
          : undefined;
    if (own !== undefined && !called.has(own)) called.set(own, path);
  });
  return { called, resources: paths, instance, namespace };
}

function nameMethods(
  { path, methods, children }: Resource,
  prefix: string,
  called: Map<string, string>,
  paths: Map<string, string>,
): void {
  for (const { name, operations } of methods) {
    for (const operation of operations) {
      if (called.has(operation)) continue;
      called.set(operation, prefix + name);
      paths.set(operation, path.join("."));
    }
  }
  for (const { name, resource } of children) {
    nameMethods(resource, `${prefix}${name}.`, called, paths);
  }
}

function nameTypes(
  names: readonly TypeName[],
  prefix: string,
  add: (path: string, name: TypeName) => void,
): void {
  for (const one of names) {
    add(prefix + one.name, one);
    nameTypes(one.members, `${prefix}${one.name}.`, add);
  }
}

/** Without a resource, the tag or else the module. */
export function resourceOf(operation: Operation, { resources }: Names): string {
  return resources.get(operation.name) ?? operation.tags[0] ?? operation.module;
}
