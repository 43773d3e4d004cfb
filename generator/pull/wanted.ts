/** Which document is to be pinned, and where a copy of it is kept. */
import { dirname, relative, resolve } from "node:path";
import { UnfoldError } from "../support/diagnostic.js";
import type { Bytes } from "../load/index.js";
import { isUrl } from "../load/source/source.js";
import type { PullOptions } from "./options.js";
import type { PinFields } from "./pin-file.js";

export interface Wanted {
  /** As in a pin file. */
  readonly source: string;
  readonly sha256: string | undefined;
}

export function wanted(
  before: PinFields,
  { source, sha256, pin }: PullOptions,
  folder: string,
): Wanted {
  if (source !== undefined) {
    const isPath = !isUrl(source) && !source.startsWith("npm:");
    return { source: isPath ? pathFrom(folder, source) : source, sha256 };
  }
  if (typeof before.source === "string" && typeof before.sha256 === "string") {
    return { source: before.source, sha256: sha256 ?? before.sha256 };
  }
  throw new UnfoldError({
    code: "bad-arguments",
    message: "there is no pinned document to read again",
    location: { file: pin },
    hint: "Name the document: unfold pull <url|path|npm:…>",
  });
}

export function copyPath(
  before: PinFields,
  source: string,
  { save, pin }: PullOptions,
): string | undefined {
  if (save === pin || (save !== undefined && !isUrl(source))) {
    throw new UnfoldError({
      code: "bad-arguments",
      message: save === pin ? "--save names the pin file" : `${source} needs no copy`,
      hint: "Use --save with a URL, and name a file for the document",
    });
  }
  if (save !== undefined || !isUrl(source)) return save;
  return typeof before.copy === "string" ? resolve(dirname(pin), before.copy) : undefined;
}

export function wrongHash(source: string, bytes: Bytes, sha256: string): UnfoldError {
  return new UnfoldError({
    code: "wrong-hash",
    message: `${source} has the sha256 ${bytes.sha256}, not ${sha256}`,
    hint: `Nothing was changed. If this document is wanted, pin it with \`unfold pull ${source}\``,
  });
}

/** From one folder to a path, as it is written in files. */
export function pathFrom(folder: string, path: string): string {
  return relative(folder, path).replaceAll("\\", "/");
}
