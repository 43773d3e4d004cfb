import type { GlobalContext } from "openapi-typescript";

type Hooks = Required<Pick<GlobalContext, "transform" | "postTransform" | "transformProperty">>;

/** openapi-typescript's options, all off but the hooks and what an object without properties is: one of unknown values. */
export function createContext(hooks: Hooks): GlobalContext {
  const context: Omit<GlobalContext, "redoc"> = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    defaultNonNullable: false,
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    conditionalEnums: false,
    dedupeEnums: false,
    excludeDeprecated: false,
    exportType: false,
    immutable: false,
    injectFooter: [],
    pathParamsAsTypes: false,
    propertiesRequiredByDefault: false,
    rootTypes: false,
    rootTypesNoSchemaPrefix: false,
    rootTypesKeepCasing: false,
    silent: true,
    makePathsEnum: false,
    generatePathParams: false,
    readWriteMarkers: false,
    resolve: () => undefined,
    ...hooks,
  };
  // `redoc` configures the linter that ran before the mapping; none ran here.
  return context as GlobalContext;
}
