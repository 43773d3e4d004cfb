/** The configuration of the made-up API. */
import { join } from "node:path";
import type { Project } from "../../../../generator/config/index.js";

export const HARBOUR = {
  name: "harbour",
  document: join(import.meta.dirname, "openapi.yaml"),
  output: "client",
  resources: "paths",
  testing: true,
  dialect: {
    templates: join(import.meta.dirname, "templates/harbour"),
    error: "HarbourError",
    dates: [{ format: "date-time", unit: "text" }],
    id: "no",
    lists: [
      {
        items: "items",
        properties: ["items", "next"],
        type: "HarbourList",
        call: "list",
        result: "ListPromise",
      },
    ],
    expansion: { parameters: [{ name: "embed", joined: true }], targets: "x-link" },
    events: {
      types:
        "/paths/~1hooks/post/requestBody/content/application~1json/schema/properties/kinds/items/enum",
      separator: "-",
      schema: "Notice",
      typeAt: "kind",
      objectAt: ["payload", "entity"],
    },
    types: { Fault: "Fault" },
  },
} satisfies Project;
