import { UnfoldError } from "../support/diagnostic.js";
import { EMITTED, EMITTED_API } from "./emitted.js";
import type { TemplateModule } from "./parse.js";

/** Something that a module exports. */
export interface TemplateSymbol {
  readonly name: string;
  /** Path of the module in the output's sources, without extension. */
  readonly module: string;
  readonly isType: boolean;
}

/** The folders of Unfold's own templates; any other is a dialect's. */
const OWN = new Set(["runtime", "expand", "testing"]);

export class Symbols {
  readonly modules: ReadonlyMap<string, TemplateModule>;
  /** Module → the one of a version that stands in for it. */
  readonly standIns: ReadonlyMap<string, string>;
  /** Name → the modules in which it is found without saying where. */
  readonly #homes = new Map<string, string[]>();
  readonly #exports = new Map<string, ReadonlyMap<string, boolean>>();

  constructor(
    modules: readonly TemplateModule[],
    standIns: ReadonlyMap<string, string> = new Map(),
  ) {
    this.modules = new Map(modules.map((module) => [module.path, module]));
    this.standIns = standIns;
    for (const { path, exports } of modules) {
      if (path === "expand/index") this.#add(path, this.exportsOf(path).keys());
      if (!path.startsWith("runtime/")) continue;
      const own = [...exports].filter(([, { from }]) => from === undefined);
      this.#add(
        path,
        own.map(([name]) => name),
      );
    }
    for (const [path, names] of Object.entries(EMITTED)) this.#add(path, Object.keys(names));
  }

  #add(path: string, names: Iterable<string>): void {
    for (const name of names) this.#homes.set(name, [...(this.#homes.get(name) ?? []), path]);
  }

  /**
   * The symbol of a name in a module, `runtime/client#createClient`; or of a name alone, `at`, which the runtime declares,
   * the index of `expand` has, or an emitted module.
   *
   * @throws UnfoldError where a dialect's templates lack it
   * @throws Error where it is unknown, or several modules have the name: an emitter is wrong
   */
  find(reference: string): TemplateSymbol {
    const [first = "", second] = reference.split("#");
    const [module, name] =
      second === undefined ? [this.#homeOf(first), first] : [this.placeOf(first), second];
    const found = this.exportsOf(module).get(name);
    if (found === undefined) throw this.#missing(module, name);
    return { name, module, isType: found };
  }

  /** The module that is meant by a path: itself, or what stands in for it. */
  placeOf(module: string): string {
    return this.standIns.get(module) ?? module;
  }

  /** What stands in for a module exports besides. */
  addedTo(module: string): readonly string[] {
    const own = this.#collect(module, new Set());
    return [...this.exportsOf(module).keys()].filter((name) => !own.has(name));
  }

  /** The members of a class, and of the one of the same name that it stands in for. */
  membersOf(module: string, name: string): readonly string[] {
    return [...new Set([module, this.placeOf(module)])].flatMap(
      (path) => this.modules.get(path)?.membersOf(name) ?? [],
    );
  }

  #homeOf(name: string): string {
    const homes = this.#homes.get(name) ?? [];
    const [home] = homes;
    if (home !== undefined && homes.length === 1) return home;
    const where = homes.map((path) => `${path}#${name}`).join(" or ");
    throw new Error(home === undefined ? `no template exports ${name}` : `say ${where}`);
  }

  #missing(module: string, name: string): Error {
    const [folder = ""] = module.split("/");
    if (OWN.has(folder)) return new Error(`${module} does not export ${name}`);
    const template = this.modules.get(module);
    return new UnfoldError({
      code: "missing-template-export",
      message:
        template === undefined
          ? `the dialect's templates have no ${module}.ts, which must export ${name}`
          : `${template.file} does not export ${name}`,
      location: { file: template?.file ?? `${module}.ts` },
      hint: "Export it, or correct `dialect` in the configuration, which asks for it.",
    });
  }

  /** Everything that can be imported from a module, and whether it is a type alone. */
  exportsOf(wanted: string): ReadonlyMap<string, boolean> {
    const module = this.placeOf(wanted);
    const found = this.#exports.get(module) ?? this.#collect(module, new Set());
    this.#exports.set(module, found);
    return found;
  }

  #collect(path: string, seen: Set<string>): Map<string, boolean> {
    const found = new Map<string, boolean>();
    if (seen.has(path)) return found;
    seen.add(path);
    const { exports = new Map(), stars = [] } = this.modules.get(path) ?? {};
    for (const star of stars) {
      for (const [name, isType] of this.#collect(star.module, seen)) {
        if (name !== "default") found.set(name, isType || star.isType);
      }
    }
    for (const [name, { isType, from }] of exports) {
      const origin = from && this.#collect(from.module, new Set(seen)).get(from.name);
      found.set(name, isType || origin === true);
    }
    const emitted = EMITTED[path] ?? (isApi(path) ? EMITTED_API : {});
    for (const [name, { isType }] of Object.entries(emitted)) found.set(name, isType);
    return found;
  }

  /** The templates that these modules are or need, and what those need in turn. */
  reached(modules: Iterable<string>): ReadonlySet<string> {
    const found = new Set<string>();
    for (const path of modules) if (this.modules.has(path)) found.add(path);
    for (const path of found) {
      for (const next of this.modules.get(path)?.needs ?? []) {
        if (this.modules.has(next)) found.add(next);
      }
    }
    return found;
  }
}

function isApi(path: string): boolean {
  const [folder = "", module] = path.split("/");
  return module === "api" && !OWN.has(folder);
}
