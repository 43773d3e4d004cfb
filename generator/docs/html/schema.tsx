/** The page of a schema. */
import type { JSX } from "preact";
import type { SchemaPage } from "../pages/index.js";
import { LinkList, OperationList } from "./parts/links.js";
import { Code, Prose, SectionOf, TypeOf } from "./parts/parts.js";
import { Facts, MemberList } from "./parts/properties.js";
import type { View } from "./parts/tools.js";

export function SchemaView({ view, page }: { view: View; page: SchemaPage }): JSX.Element {
  const { link, key, description, deprecated, type, values, facts, members, example } = page;
  const hasMembers = members.properties.length + members.alternatives.length > 0;
  return (
    <div class="op">
      <article>
        <p class="crumbs">
          <a href={`${view.root}schemas.html`}>Schemas</a>
        </p>
        <h1>{link.text}</h1>
        <p class="id">
          <code>{key}</code>
          {deprecated ? <b class="x"> deprecated</b> : null}
        </p>
        <Prose view={view} text={description} />
        {type.length === 0 ? null : (
          <p>
            <TypeOf view={view} type={type} />
          </p>
        )}
        <Facts values={values} facts={facts} />
        {hasMembers ? (
          <SectionOf id="properties" title="Properties">
            <MemberList view={view} members={members} />
          </SectionOf>
        ) : null}
        <Uses view={view} page={page} />
      </article>
      {example === undefined ? null : (
        <aside class="samples" aria-label="Example">
          <p class="h">Example</p>
          <Code text={example} language="json" label="Example" />
        </aside>
      )}
    </div>
  );
}

function Uses({ view, page }: { view: View; page: SchemaPage }): JSX.Element {
  const { returnedBy, takenBy, usedBy } = page;
  return (
    <>
      {returnedBy.length === 0 ? null : (
        <SectionOf id="returned-by" title="Returned by">
          <OperationList view={view} operations={returnedBy} />
        </SectionOf>
      )}
      {takenBy.length === 0 ? null : (
        <SectionOf id="taken-by" title="Taken by">
          <OperationList view={view} operations={takenBy} />
        </SectionOf>
      )}
      {usedBy.length === 0 ? null : (
        <SectionOf id="used-by" title="Part of">
          <LinkList view={view} links={usedBy} />
        </SectionOf>
      )}
    </>
  );
}
