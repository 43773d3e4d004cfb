/** File names from ids of a document: safe on every file system, also where `a` and `A` are one file. */
import { shortHash } from "../../support/hash.js";

/** Without extension; far from 255 bytes. */
const LONGEST = 100;

/** Names of devices, which Windows keeps from files ("Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:aux|con|nul|prn|com\d|lpt\d)(?:\.|$)/i;

/**
 * Names without extension, in the order of the ids. An id of letters, digits, `_`, `-` and inner dots is its own name;
 * any other, or one whose name an earlier id has, gets a hash of the id behind it.
 */
export function fileNames(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const plain = plainName(id);
    let name = plain === id && !taken.has(id.toLowerCase()) ? id : `${plain}-${shortHash(id)}`;
    // The same id twice.
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}-${shortHash(id)}-${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function plainName(id: string): string {
  const name = id
    .replaceAll(/[^A-Za-z0-9_.-]+/g, "-")
    .slice(0, LONGEST)
    .replaceAll(/^[.-]+|[.-]+$/g, "");
  return name === "" || DEVICE.test(name) ? `x${name}` : name;
}
