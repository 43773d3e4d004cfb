/** What pages are made of: types, descriptions, properties, code. */
import type { ComponentChildren, JSX } from "preact";
import type { Link, OperationLink } from "../places/index.js";
import type { Members, Property, TypeText } from "../shapes/types.js";
import { highlight } from "./highlight.js";
import type { View } from "./tools.js";

export function TypeOf({ view, type }: { view: View; type: TypeText }): JSX.Element {
  return (
    <span class="t">
      {type.map((part) =>
        typeof part === "string" ? part : <a href={view.root + part.file}>{part.text}</a>,
      )}
    </span>
  );
}

export function Prose({
  view,
  text,
}: {
  view: View;
  text: string | undefined;
}): JSX.Element | null {
  if (text === undefined || text.trim() === "") return null;
  return <div class="d" dangerouslySetInnerHTML={{ __html: view.prose(text) }} />;
}

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

export function Code({
  text,
  language,
  label,
}: {
  text: string;
  language: "bash" | "json" | "typescript";
  label: string;
}): JSX.Element {
  const html = highlight(text, language);
  return (
    <pre tabIndex={0} role="region" aria-label={label}>
      <code dangerouslySetInnerHTML={{ __html: html }} />
    </pre>
  );
}

export function Method({ method }: { method: string }): JSX.Element {
  return <span class={`m ${method.toLowerCase()}`}>{method}</span>;
}

export function SectionOf({
  id,
  title,
  children,
}: {
  id: string;
  title: ComponentChildren;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <a href={`#${id}`}>{title}</a>
      </h2>
      {children}
    </section>
  );
}

/** What everything leads to would be a page of megabytes. */
const MOST_LINKS = 500;

/** `isWhole`: all of them, however many. */
export function LinkList({
  view,
  links,
  isWhole = false,
}: {
  view: View;
  links: readonly Link[];
  isWhole?: boolean;
}): JSX.Element {
  const most = isWhole ? links.length : MOST_LINKS;
  return (
    <>
      <ul class="links">
        {links.slice(0, most).map(({ text, file }) => (
          <li>
            <a href={view.root + file}>{text}</a>
          </li>
        ))}
      </ul>
      {links.length > most ? <p class="f">and {links.length - most} more</p> : null}
    </>
  );
}

/** More are told by their names alone. */
const MOST_OPERATIONS = 100;

export function OperationList({
  view,
  operations,
}: {
  view: View;
  operations: readonly OperationLink[];
}): JSX.Element {
  if (operations.length > MOST_OPERATIONS) return <LinkList view={view} links={operations} />;
  return (
    <ul class="ops">
      {operations.map(({ text, file, method, path, deprecated, summary }) => (
        <li>
          <a href={view.root + file} class={deprecated ? "old" : undefined}>
            {text}
          </a>
          {deprecated ? <b class="x"> deprecated</b> : null}{" "}
          <span class="req">
            <Method method={method} /> <code>{path}</code>
          </span>
          {summary === undefined ? null : <p>{summary}</p>}
        </li>
      ))}
    </ul>
  );
}
