/** The model of the last run, kept in the cache beside its record, to tell what has changed since. */
import { readFile, writeFile } from "node:fs/promises";
import { deserialize, serialize } from "node:v8";
import type { Model } from "../model/types/index.js";

/** `setting` is the fingerprint of what made the model: another generator's model has another shape. */
export async function readPreviousModel(
  record: string | undefined,
  setting: string,
): Promise<Model | undefined> {
  if (record === undefined) return undefined;
  try {
    const kept: Kept = deserialize(await readFile(modelFile(record)));
    return kept.setting === setting ? kept.model : undefined;
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written is not a reason to fail. */
export async function keepModel(
  record: string | undefined,
  setting: string,
  model: Model,
): Promise<void> {
  if (record === undefined) return;
  const kept: Kept = { setting, model };
  await writeFile(modelFile(record), serialize(kept)).catch(() => undefined);
}

interface Kept {
  readonly setting: string;
  readonly model: Model;
}

function modelFile(record: string): string {
  return record.replace(/\.json$/, ".model");
}
