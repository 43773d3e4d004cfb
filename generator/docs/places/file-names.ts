/** File names from ids of a document: safe on every file system, also where `a` and `A` are one file. */
import { shortHash } from "../../support/hash.js";

/** Without extension; far from 255 bytes. */
const LONGEST = 100;

/** Names of devices, which Windows keeps from files ("Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:aux|con|nul|prn|com\d|lpt\d)(?:\.|$)/i;

/**
 * Names without extension, in the order of the ids. An id of letters, digits, `_`, `-` and inner dots is its own name.
 * What else an id holds becomes `-`, with a hash of the id behind it where that name is taken.
 */
export function fileNames(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const claim = (name: string): boolean => {
    if (taken.has(name.toLowerCase())) return false;
    taken.add(name.toLowerCase());
    return true;
  };
  // No other id takes the name of one that needs no change.
  const names = ids.map((id) => (plainName(id) === id && claim(id) ? id : undefined));
  return ids.map((id, n) => {
    const plain = plainName(id);
    const own = names[n] ?? [plain, `${plain}-${shortHash(id)}`].find(claim);
    if (own !== undefined) return own;
    // The same id twice.
    let count = 2;
    while (!claim(`${plain}-${shortHash(id)}-${count}`)) count++;
    return `${plain}-${shortHash(id)}-${count}`;
  });
}

function plainName(id: string): string {
  const name = id
    .replaceAll(/[^A-Za-z0-9_.-]+/g, "-")
    .slice(0, LONGEST)
    .replaceAll(/^[.-]+|[.-]+$/g, "");
  return name === "" || DEVICE.test(name) ? `x${name}` : name;
}
