/** What of the second version in stripe@23.1.0 a client of our document reaches, by name: methods, types, events, error classes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Stripe as Sdk } from "stripe-latest";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { makeToday } from "./client.js";

const made = await makeToday();
const { default: Ours } = made.today;

const SDK = join(import.meta.dirname, "../../../node_modules/stripe-latest/esm");

const theirs = new Sdk("sk_test_1");
const ours = new Ours("sk_test_1");

/** `core.accounts.persons.create`, of all resources below one. */
function methodsIn(resource: object, before = ""): readonly string[] {
  const prototype: unknown = Object.getPrototypeOf(resource);
  const inherited = prototype === Object.prototype ? [] : Object.getOwnPropertyNames(prototype);
  return [...new Set([...Object.keys(resource), ...inherited])].flatMap((name) => {
    const value: unknown = Reflect.get(resource, name);
    if (name.startsWith("_") || INSIDE.has(name)) return [];
    if (typeof value === "function") return [before + name];
    const isResource = typeof value === "object" && value !== null && value !== theirs;
    return isResource ? methodsIn(value, `${before}${name}.`) : [];
  });
}

/** What resources of the SDK have for themselves. */
const INSIDE = new Set(["constructor", "basePath", "path", "resourcePath", "requestSender"]);

function missing(all: readonly string[], known: readonly string[]): readonly string[] {
  return all.filter((name) => !known.includes(name)).sort();
}

it("reaches every method, but for what the SDK has for itself", () => {
  const [all, known] = [methodsIn(theirs.v2), methodsIn(ours.v2)];
  expect(missing(all, known)).toEqual(["core.events.addFetchRelatedObjectIfNeeded"]);
  expect(missing(known, all)).toEqual([]);
  expect(known).toHaveLength(91);
});

it("reaches every error class, but for those of OAuth", () => {
  const all = Object.keys(Sdk.errors).filter((name) => /^[A-Z].*Error$/.test(name));
  const known = Object.keys(ours.errors);
  expect(missing(all, known)).toEqual([
    "StripeInvalidClientError",
    "StripeInvalidScopeError",
    "StripeOAuthError",
    "StripeOAuthInvalidRequestError",
    "StripeUnsupportedGrantTypeError",
    "StripeUnsupportedResponseTypeError",
  ]);
  expect(all).toHaveLength(37);
});

// The fixture describes a few types of events, each of another form; a whole document describes all of them.
it("reaches the events that the document describes", () => {
  const file = join(SDK, "resources/V2/Core/Events.d.ts");
  const all = new Set(
    Array.from(readFileSync(file, "utf8").matchAll(/type: '(v\d[^']*)'/g), ([, type = ""]) => type),
  );
  const api = readFileSync(join(made.folder, "client/stripe/api.ts"), "utf8");
  const [, list = ""] = /notificationTypes[^=]*= \[([^]*?)\];/.exec(api) ?? [];
  const known = Array.from(list.matchAll(/"([^"]+)"/g), ([, type = ""]) => type);
  expect(missing(known, [...all])).toEqual([]);
  expect([all.size, known.length]).toEqual([326, 8]);
});

describe("types", () => {
  const files = [join(made.folder, "client/index.ts"), join(SDK, "stripe.core.d.ts")];
  const nodenext = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const options = {
    ...nodenext,
    target: ts.ScriptTarget.ES2022,
    skipLibCheck: true,
    strict: true,
    types: [],
  };
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();

  function resolved(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  }

  /** The types in a namespace and below; of those inside of another type, none. */
  function typesIn(namespace: ts.Symbol, before = ""): readonly string[] {
    return checker.getExportsOfModule(resolved(namespace)).flatMap((symbol) => {
      const { flags } = resolved(symbol);
      const isOwn = (flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) !== 0;
      if (isOwn) return [before + symbol.name];
      return flags & ts.SymbolFlags.Namespace ? typesIn(symbol, `${before}${symbol.name}.`) : [];
    });
  }

  function exported(module: ts.Symbol | undefined, name: string): ts.Symbol {
    const found =
      module && checker.getExportsOfModule(resolved(module)).find((one) => one.name === name);
    if (!found) throw new Error(`There is no ${name}`);
    return found;
  }

  const [own, all] = files.map((file) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    return typesIn(exported(exported(module, "Stripe"), "V2"));
  });

  it("are those of all resources and params, but for the types of events", () => {
    const gone = missing(all ?? [], own ?? []);
    const events = gone.filter((name) =>
      /^Core\.(Events\.)?\w*Event(Notification)?(Base)?$/.test(name),
    );
    expect(gone.filter((name) => !events.includes(name))).toEqual([
      "Core.Events.RelatedObject",
      "Core.Events.RelatedSingletonObject",
    ]);
    expect([all?.length, gone.length, events.length]).toEqual([763, 657, 655]);
  });
});
