/** Properties, each with an anchor, and those of its value folded. */
import type { JSX } from "preact";
import type { Members, Property } from "../../shapes/types.js";
import { Prose, TypeOf } from "./parts.js";
import type { View } from "./tools.js";

/** More are folded. */
const MOST_VALUES = 12;

function Values({ values }: { values: readonly string[] }): JSX.Element | null {
  if (values.length === 0) return null;
  const list = values.flatMap((value, n) => [n === 0 ? "" : " ", <code>{value}</code>]);
  if (values.length <= MOST_VALUES) return <p class="v">One of {list}</p>;
  return (
    <details class="v">
      <summary>{values.length} values</summary>
      <p>{list}</p>
    </details>
  );
}

export function Facts({
  values,
  facts,
}: {
  values: readonly string[];
  facts: readonly string[];
}): JSX.Element {
  return (
    <>
      <Values values={values} />
      {facts.length === 0 ? null : <p class="f">{facts.join(" · ")}</p>}
    </>
  );
}

function PropertyItem({ view, property }: { view: View; property: Property }): JSX.Element {
  const { name, anchor, type, required, deprecated, description, values, facts, children } =
    property;
  return (
    <li id={anchor}>
      <a class="n" href={`#${anchor}`}>
        {name === "" ? '""' : name}
      </a>{" "}
      <TypeOf view={view} type={type} />
      {required ? <b class="r"> required</b> : null}
      {deprecated ? <b class="x"> deprecated</b> : null}
      <Prose view={view} text={description} />
      <Facts values={values} facts={facts} />
      <Folded view={view} members={children} name={name} />
    </li>
  );
}

function countOf({ properties, alternatives }: Members): number {
  return properties.length + alternatives.length;
}

function Folded({
  view,
  members,
  name,
}: {
  view: View;
  members: Members;
  name: string;
}): JSX.Element | null {
  const count = countOf(members);
  if (count === 0) return null;
  const what =
    members.alternatives.length > 0 ? "alternatives" : count === 1 ? "property" : "properties";
  return (
    <details>
      <summary>
        {count} {what}
        <span class="vh"> of {name}</span>
      </summary>
      <MemberList view={view} members={members} />
    </details>
  );
}

export function PropertyList({
  view,
  properties,
}: {
  view: View;
  properties: readonly Property[];
}): JSX.Element {
  return (
    <ul class="p">
      {properties.map((property) => (
        <PropertyItem view={view} property={property} />
      ))}
    </ul>
  );
}

export function MemberList({ view, members }: { view: View; members: Members }): JSX.Element {
  const { properties, alternatives } = members;
  return (
    <>
      {properties.length === 0 ? null : <PropertyList view={view} properties={properties} />}
      {alternatives.map(({ label, properties: own }) => (
        <details class="alt">
          <summary>
            <TypeOf view={view} type={label} />
          </summary>
          <PropertyList view={view} properties={own} />
        </details>
      ))}
    </>
  );
}
