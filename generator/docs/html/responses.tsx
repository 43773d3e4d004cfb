/** What comes back: by status, with headers, contents, and links to what may be called next. */
import type { JSX } from "preact";
import type { Content, ResponseLink, ResponseSection, Returns } from "../pages/index.js";
import { Code, Prose, SectionOf, TypeOf } from "./parts/parts.js";
import { MemberList, PropertyList } from "./parts/properties.js";
import type { View } from "./parts/tools.js";

export function Returned({ view, returns }: { view: View; returns: Returns }): JSX.Element {
  return (
    <SectionOf id="returns" title="Returns">
      <p>
        {returns.words} <TypeOf view={view} type={returns.type} />
      </p>
    </SectionOf>
  );
}

export function ContentView({ view, content }: { view: View; content: Content }): JSX.Element {
  const { mediaType, type, members, examples, each } = content;
  return (
    <div class="content">
      <p>
        <code>{mediaType}</code> {each === undefined ? null : `${each}: `}
        <TypeOf view={view} type={type} />
      </p>
      <MemberList view={view} members={members} />
      {examples.map(({ title, text }) => (
        <details>
          <summary>Example{title === "" ? "" : `: ${title}`}</summary>
          <Code text={text} language="json" label={`Example ${title}`} />
        </details>
      ))}
    </div>
  );
}

export function Responses({
  view,
  responses,
}: {
  view: View;
  responses: readonly ResponseSection[];
}): JSX.Element {
  return (
    <SectionOf id="responses" title="Responses">
      {responses.map(({ status, description, headers, contents, links, isError }) => (
        <div class={isError ? "response err" : "response"} id={`status.${status}`}>
          <h3>
            <code>{status}</code>
            {isError ? " error" : ""}
          </h3>
          <Prose view={view} text={description} />
          {headers.length === 0 ? null : (
            <>
              <h4>Headers</h4>
              <PropertyList view={view} properties={headers} />
            </>
          )}
          {contents.map((content) => (
            <ContentView view={view} content={content} />
          ))}
          <Links view={view} links={links} />
        </div>
      ))}
    </SectionOf>
  );
}

function Links({
  view,
  links,
}: {
  view: View;
  links: readonly ResponseLink[];
}): JSX.Element | null {
  if (links.length === 0) return null;
  return (
    <>
      <h4>Links</h4>
      <ul class="p">
        {links.map(({ name, operation, target, description, values }) => (
          <li>
            <span class="n">{name}</span>{" "}
            {operation === undefined ? (
              <code>{target}</code>
            ) : (
              <TypeOf view={view} type={[operation]} />
            )}
            <Prose view={view} text={description} />
            {values.map(([parameter, value]) => (
              <p class="f">
                <code>{parameter}</code> = <code>{value}</code>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
