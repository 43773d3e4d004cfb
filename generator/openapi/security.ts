/** Security schemes and requirements. */
import type { Dictionary, Extensions } from "./extensions.js";

/** Scheme names to scopes: all of one requirement hold together, any of a list is enough. */
export type SecurityRequirement = Dictionary<readonly string[]>;

export interface SecurityScheme extends Extensions {
  readonly type: "apiKey" | "http" | "mutualTLS" | "oauth2" | "openIdConnect";
  readonly description?: string;
  /** `apiKey` */
  readonly name?: string;
  /** `apiKey` */
  readonly in?: "query" | "header" | "cookie";
  /** `http`: `basic`, `bearer`, … (any case) */
  readonly scheme?: string;
  readonly bearerFormat?: string;
  /** `oauth2` */
  readonly flows?: Dictionary<OAuthFlow>;
  /** `openIdConnect` */
  readonly openIdConnectUrl?: string;
}

export interface OAuthFlow extends Extensions {
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly refreshUrl?: string;
  readonly scopes?: Dictionary<string>;
}
