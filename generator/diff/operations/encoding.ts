/** How parameters and parts of a body are written that both versions have, compared by what is sent. */
import { canonicalJson } from "../../support/canonical-json.js";
import { member } from "../../openapi/pointer.js";
import type { Encoding } from "../../openapi/index.js";
import type { Params, PathParameter, Shape, StyledParameter } from "../../model/types/index.js";
import { type Change, change, type Spot } from "../rules/change.js";
import { type Kind, kindsOf } from "../shapes/kinds.js";
import type { View } from "../shapes/view.js";

export function compareEncoding(old: Params, now: Params, view: View, at: Spot): Change[] {
  const was = writtenBy(old);
  const is = writtenBy(now);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((what) => {
    const [name = "", place = ""] = what.split(" in ");
    const [from, to] = [shapeOf(old, name, place), shapeOf(now, name, place)];
    if (from === undefined || to === undefined) return [];
    const kinds = shared(from, to, view);
    const before = (was.get(what) ?? byDefault)(kinds);
    const after = (is.get(what) ?? byDefault)(kinds);
    const spot = { ...at, symbol: `${at.symbol}.${name}` };
    return before === after ? [] : [change("encoding-changed", spot, before, after)];
  });
}

export function comparePathStyle(
  old: PathParameter,
  now: PathParameter,
  view: View,
  at: Spot,
): Change[] {
  const kinds = shared(old.shape, now.shape, view);
  const text = ({ style, explode }: PathParameter): string =>
    withFlags(style, explode && isComposite(kinds), false);
  const [before, after] = [text(old), text(now)];
  return before === after ? [] : [change("encoding-changed", at, before, after)];
}

/** What a caller could send before and can send now; all, where that is nothing. */
function shared(old: Shape, now: Shape, { before, after }: View): ReadonlySet<Kind> {
  const [was, is] = [kindsOf(old, before), kindsOf(now, after)];
  const both = new Set([...was].filter((kind) => is.has(kind)));
  return both.size > 0 ? both : new Set([...was, ...is]);
}

function isComposite(kinds: ReadonlySet<Kind>): boolean {
  return kinds.has("array") || kinds.has("object");
}

/** How values of some kinds are written, in words that are equal where what is sent is. */
type Written = (kinds: ReadonlySet<Kind>) => string;

const DEFAULT = "as by default";
const byDefault: Written = () => DEFAULT;

/** `tags in query` → `pipeDelimited, explode`, of all that the document says something about. */
function writtenBy({ styled, body }: Params): ReadonlyMap<string, Written> {
  const parameters = styled.map(
    (one) => [`${one.name} in ${one.in}`, (kinds) => parameterText(one, kinds)] as const,
  ) satisfies (readonly [string, Written])[];
  // The dialect's way of nesting values takes no notice of encodings, and JSON has none.
  const isForm = body !== undefined && !body.nested && !/[/+]json\b/.test(body.mediaType);
  const parts = Object.entries(isForm ? body.encoding : {}).map(
    ([name, one]) => [`${name} in body`, (kinds) => partText(one, kinds)] as const,
  ) satisfies (readonly [string, Written])[];
  return new Map<string, Written>([...parameters, ...parts]);
}

function parameterText(
  { in: place, style, explode, allowReserved }: StyledParameter,
  kinds: ReadonlySet<Kind>,
): string {
  const reserved = allowReserved && kinds.has("text");
  if (isComposite(kinds)) return withFlags(style, explode, reserved);
  if (style === "json" && kinds.has("text")) return style;
  return place === "query" && !reserved ? DEFAULT : withFlags(DEFAULT, false, reserved);
}

function partText(encoding: Encoding, kinds: ReadonlySet<Kind>): string {
  const { style = "form", contentType, allowReserved = false } = encoding;
  const { explode = style === "form" } = encoding;
  const reserved = allowReserved && kinds.has("text");
  const type = contentType === undefined ? "" : `, ${contentType}`;
  const isPlain = !kinds.has("object") && (!kinds.has("array") || (style === "form" && explode));
  if (isPlain) return withFlags(DEFAULT, false, reserved) + type;
  const hasStyle = encoding.style !== undefined || encoding.explode !== undefined;
  if (!hasStyle) return withFlags(DEFAULT, false, reserved) + type;
  return `${canonicalJson({ style, ...(style === "deepObject" ? {} : { explode }) })}${reserved ? ", allowReserved" : ""}${type}`;
}

function withFlags(style: string, explode: boolean, allowReserved: boolean): string {
  return `${style}${explode ? ", explode" : ""}${allowReserved ? ", allowReserved" : ""}`;
}

function shapeOf({ placement, shape, bodies }: Params, name: string, place: string) {
  const group = placement === "grouped" ? member(shape.properties, place) : shape;
  const whole = place === "body" ? (bodies?.contents[0]?.shape ?? group) : group;
  const properties = member(whole, "properties");
  // A body that is a schema with a name of its own is not looked into.
  return (properties === undefined ? {} : member(properties, name)) as Shape | undefined;
}
