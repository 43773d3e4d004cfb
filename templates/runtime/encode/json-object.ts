import type { BodyEncoder } from "./body.js";
import { jsonAs } from "./json.js";

/** JSON where the API wants an object at all times: `{}` stands for a body that the caller does not give. */
export function jsonObject(contentType: string): BodyEncoder {
  const encode = jsonAs(contentType);
  return (body) => encode(body ?? {});
}
