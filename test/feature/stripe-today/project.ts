/** Stripe's dialect and a document that has its habits of today. */
import { join, resolve } from "node:path";
import type { Project } from "../../../generator/config/index.js";
import config from "../../../unfold.config.js";

const ROOT = resolve(import.meta.dirname, "../../..");
const [{ dialect, resources, testing }] = config.projects as readonly [Project];

export const STRIPE_TODAY = {
  name: "stripe-today",
  document: join(ROOT, "test/fixtures/stripe-today/openapi.yaml"),
  overlays: [join(ROOT, "spec/v2/resources.yaml")],
  output: "client",
  docs: "links",
  ...(dialect === undefined
    ? {}
    : { dialect: { ...dialect, templates: join(ROOT, "templates/stripe") } }),
  ...(resources === undefined ? {} : { resources }),
  ...(testing === undefined ? {} : { testing }),
} satisfies Project;
