/** Model → pages as plain data, one at a time: together they would not fit into memory. */
import type { DiffReport } from "../../diff/index.js";
import type { Examples } from "../../examples/index.js";
import type { Model } from "../../model/types/index.js";
import type { Places } from "../places/index.js";
import { createSamples, type SampleSetting } from "../samples/index.js";
import { operationPage } from "./operation.js";
import { changesPage, eventsPage, indexPage } from "./rest.js";
import { schemaPage } from "./schema.js";
import type { Page, Site } from "./types.js";
import { createUsage } from "./usage.js";

export type * from "./types.js";

export interface PagesInput {
  readonly model: Model;
  readonly places: Places;
  readonly examples: Examples;
  /** What has changed since an earlier document, where that is asked for. */
  readonly changes: DiffReport | undefined;
  readonly setting: SampleSetting;
}

export function siteOf({ model, places, changes }: PagesInput): Site {
  return {
    title: model.api.title === "" ? "API" : model.api.title,
    version: model.api.version,
    groups: places.groups,
    hasChanges: changes !== undefined,
    hasEvents: model.events.length + model.webhooks.length > 0,
  };
}

export function* createPages(input: PagesInput): Generator<Page> {
  const { model, places, examples, changes, setting } = input;
  const samples = createSamples(model, places, setting);
  const tools = { model, links: places.schemas, places, examples, samples };
  const usage = createUsage(model, places);
  yield indexPage(model, places);
  yield { kind: "schemas", schemas: [...places.schemas.values()] };
  const events = eventsPage(tools);
  if (events !== undefined) yield events;
  if (changes !== undefined) yield changesPage(model, places, changes);
  for (const group of places.groups) yield { kind: "group", group };
  for (const operation of model.operations) {
    const link = places.operations.get(operation.name);
    const group = places.groupOf.get(operation.name);
    if (link !== undefined && group !== undefined) {
      yield operationPage(tools, operation, { link, group });
    }
  }
  for (const schema of model.schemas) {
    const link = places.schemas.get(schema.key);
    if (link !== undefined) yield schemaPage({ ...tools, usage }, schema, link);
  }
}
