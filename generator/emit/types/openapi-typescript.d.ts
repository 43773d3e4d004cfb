/** The one function of openapi-typescript that maps a schema, imported without the command line and linter around it. */
declare module "openapi-typescript/dist/transform/schema-object.mjs" {
  import type { transformSchemaObject } from "openapi-typescript";
  const transform: typeof transformSchemaObject;
  export default transform;
}
