/** Refusals that are not the client's fault: each with whose it is, and why. */
const KNOWN: readonly (readonly [refused: RegExp, reason: string])[] = [
  [
    /header Request header must have required property 'content-type'$/,
    "Prism: asks for a parameter Content-Type of a request without a body; OpenAPI has it ignored (Parameter Object)",
  ],
  [
    /^GET \/rest\?.*NO_PATH_MATCHED_ERROR/,
    "the document: a path with a query; Prism compares it with the path alone",
  ],
  [
    /^PUT \S+#\w+ .*must be object$|^PUT \S+\/schema#\w+ .*must be string$/,
    "the document: paths that differ by their fragment alone; Prism takes the first one's schema",
  ],
  [
    /Request path parameter \w+ must match exactly one schema in oneOf$/,
    "Prism: takes the digits of a path for a number as well, so that two alternatives of oneOf match",
  ],
  [
    /(?:multipart\/form-data|urlencoded): (?:(?:; )?request\.body\.\w+ Request body property \w+ must be (?:object|array|array,null))+$/,
    "Prism: reads no JSON in a form, and no array of one field; OpenAPI has objects as JSON (Encoding Object)",
  ],
  [
    /urlencoded: request Body parameter is required$/,
    "Prism: takes a form without fields, which is empty, for no body",
  ],
  [
    /must match format "url"$/,
    "the document: format url is none of OpenAPI's; Prism's is that of hosts with a top-level domain",
  ],
  [
    /Content-Length can't be present with Transfer-Encoding$/,
    "the document: has a response header Transfer-Encoding, which Prism sends beside a length",
  ],
  [
    /^GET \/search : not sent: mdfilters\[0\]: an object inside of another is not a value that can be sent$/,
    "the document: a list of objects in a query, which no style can write",
  ],
  [
    /x-www-form-urlencoded: not sent: body: \[object Array\] is not a value that can be sent$/,
    "the document: a form that is an array, which has no names",
  ],
];

/** Why a refusal is none of the client's; undefined where it may be. */
export function knownReason(refused: string): string | undefined {
  return KNOWN.find(([pattern]) => pattern.test(refused))?.[1];
}
