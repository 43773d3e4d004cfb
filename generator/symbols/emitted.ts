/**
 * The names that emitted modules give themselves, whatever the document; those of schemas, operations and resources come
 * on top. `api` is the dialect's.
 */
import type { TemplateExport } from "./parse.js";

const TYPE: TemplateExport = { isType: true };
const VALUE: TemplateExport = { isType: false };

export const EMITTED: Readonly<Record<string, Readonly<Record<string, TemplateExport>>>> = {
  client: { createClient: VALUE, Options: TYPE },
  "schemas/index": { Schemas: TYPE },
  webhooks: { Webhooks: TYPE, Callbacks: TYPE },
  "resources/tree": { TREE: VALUE, PAGES: VALUE, createResources: VALUE },
  raw: { createRawClient: VALUE, paths: TYPE },
};

/** In the dialect's folder; in the place of its template. */
export const EMITTED_API: Readonly<Record<string, TemplateExport>> = {
  apiVersion: VALUE,
  packageVersion: VALUE,
  Event: TYPE,
  EventMap: TYPE,
  EventOf: TYPE,
  WideEventMap: TYPE,
  server: VALUE,
  notificationTypes: VALUE,
  NotificationMap: TYPE,
};
