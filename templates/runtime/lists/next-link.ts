/** A target and its parameters, whose values may be quoted (RFC 8288, section 3). */
const LINK =
  /<([^>]*)>((?:[ \t]*;[ \t]*[\w!#$&+.^`|~*-]+(?:[ \t]*=[ \t]*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]+))?)*)/g;
const PARAMETER =
  /;[ \t]*([\w!#$&+.^`|~*-]+)(?:[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]+)))?/g;

/**
 * The target of the link whose relation is `next`, as it stands there; undefined where there is none. One with an
 * `anchor` is a link of something else.
 */
export function nextLink(header: string): string | undefined {
  for (const [, target, parameters = ""] of header.matchAll(LINK)) {
    const values = new Map<string, string>();
    for (const [, name = "", quoted, plain = ""] of parameters.matchAll(PARAMETER)) {
      const key = name.toLowerCase();
      // Of several, the first one counts.
      if (!values.has(key)) values.set(key, (quoted ?? plain).replace(/\\(.)/g, "$1"));
    }
    const relations = (values.get("rel") ?? "").toLowerCase().split(/[ \t]+/);
    if (relations.includes("next") && !values.has("anchor")) return target;
  }
  return undefined;
}
