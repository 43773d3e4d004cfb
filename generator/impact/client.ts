/** A client that exists in memory: its files in the place of those on disk, and its package by name. */
import { join, resolve } from "node:path";

/** What a run has made, not yet written. */
export interface ClientFiles {
  /** Absolute path of the folder where the client is on disk, or would be. */
  readonly folder: string;
  /** Path relative to the folder, with `/` → text. */
  readonly files: ReadonlyMap<string, string>;
}

export class VirtualClient {
  readonly folder: string;
  readonly #files: ReadonlyMap<string, string>;
  readonly #folders = new Set<string>();
  /** `@unfold/stripe/testing` → absolute path of its module. */
  readonly #entries: ReadonlyMap<string, string>;

  constructor({ folder, files }: ClientFiles) {
    this.folder = resolve(folder);
    this.#files = new Map(Array.from(files, ([path, text]) => [join(this.folder, path), text]));
    for (const path of this.#files.keys()) {
      for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
        this.#folders.add(path.slice(0, end));
      }
    }
    this.#entries = entriesOf(this.folder, files.get("package.json"));
  }

  /** Whether a path is one of the client's, on disk or here. */
  has(path: string): boolean {
    return path === this.folder || path.startsWith(`${this.folder}/`);
  }

  read(path: string): string | undefined {
    return this.#files.get(path);
  }

  isFile(path: string): boolean {
    return this.#files.has(path);
  }

  isFolder(path: string): boolean {
    return this.#folders.has(path);
  }

  /** The module behind the name of the package or one of its entry points. */
  entry(specifier: string): string | undefined {
    return this.#entries.get(specifier);
  }
}

/** By the `exports` of its `package.json`: what is compiled to `dist/esm/x.js` is `src/x.ts` here. */
function entriesOf(folder: string, text: string | undefined): ReadonlyMap<string, string> {
  if (text === undefined) return new Map();
  const { name, exports = {} }: Manifest = JSON.parse(text);
  return new Map(
    Object.entries(exports).flatMap(([subpath, target]): [string, string][] => {
      const types = typeof target === "object" ? target.import?.types : undefined;
      const module = /^\.\/dist\/esm\/(.*)\.d\.ts$/.exec(types ?? "")?.[1];
      return module === undefined
        ? []
        : [[`${name}${subpath.slice(1)}`, join(folder, "src", `${module}.ts`)]];
    }),
  );
}

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<
    Record<string, string | { readonly import?: { readonly types?: string } }>
  >;
}
