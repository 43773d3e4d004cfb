/** Makes a failing document small: leaves out whatever it still fails without. */
import type { FuzzDocument } from "./documents.js";
import { COMPILERS } from "../../../support/typecheck.js";
import { type Failure, tryDocuments } from "./batch.js";

/** Tries many smaller documents at once, since compilers take their time to start. */
export async function shrink(failure: Failure): Promise<Failure> {
  let smallest = failure;
  const wanted = kindOf(failure.what);
  const compilers = COMPILERS.filter((compiler) => failure.what.startsWith(compiler));
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    const candidates = [...smaller(smallest.document.document)].map((document) => ({
      ...smallest.document,
      document,
    }));
    for (let from = 0; from < candidates.length && !isSmaller; from += SIDE_BY_SIDE) {
      const { failures } = await tryDocuments(
        candidates.slice(from, from + SIDE_BY_SIDE),
        compilers,
      );
      const same = failures.filter(({ what }) => kindOf(what) === wanted);
      const [next] = same.toSorted((a, b) => sizeOf(a.document) - sizeOf(b.document));
      if (next !== undefined && sizeOf(next.document) < sizeOf(smallest.document)) {
        smallest = next;
        isSmaller = true;
      }
    }
  }
  return smallest;
}

const SIDE_BY_SIDE = 30;

/** The compiler's number of the problem, or the first line of a crash. */
export function kindOf(what: string): string {
  return /error (TS\d+)/.exec(what)?.[1] ?? what.split("\n")[0] ?? "";
}

function sizeOf({ document }: FuzzDocument): number {
  return JSON.stringify(document).length;
}

/** The value without one of its parts, or with a part that is a part of itself. The largest cuts come first. */
function* smaller(value: unknown): Generator<unknown> {
  if (typeof value !== "object" || value === null) return;
  const keys = Object.keys(value);
  for (const key of keys) yield without(value, key);
  for (const key of keys) {
    const part: unknown = Reflect.get(value, key);
    for (const less of smaller(part)) yield replaced(value, key, less);
  }
}

function without(value: object, key: string): unknown {
  if (Array.isArray(value)) return value.filter((_, n) => String(n) !== key);
  return Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
}

function replaced(value: object, key: string, part: unknown): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    return items.map((item, n) => (String(n) === key ? part : item));
  }
  return Object.fromEntries(
    Object.entries(value).map(([other, item]) => [other, other === key ? part : item]),
  );
}
