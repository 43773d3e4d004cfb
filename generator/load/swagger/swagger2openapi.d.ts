/** What is used of swagger2openapi, an optional peer. */
declare module "swagger2openapi" {
  export interface Options {
    readonly patch: boolean;
    readonly warnOnly: boolean;
    readonly warnProperty: string;
    readonly text: string;
  }
  export interface Converted {
    readonly openapi: unknown;
  }
  export function convertObj(swagger: unknown, options: Options): Promise<Converted>;
}
