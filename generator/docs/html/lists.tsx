/** The pages that lead to others. */
import type { JSX } from "preact";
import type { ChangesPage, EventsPage, IndexPage } from "../pages/index.js";
import type { Group, Link } from "../places/index.js";
import { Callbacks } from "./callbacks.js";
import { LinkList, OperationList } from "./parts/links.js";
import { Prose, SectionOf } from "./parts/parts.js";
import { Servers } from "./servers.js";
import type { View } from "./parts/tools.js";

/** Beyond so many, the index lists groups alone. */
const MOST_OPERATIONS = 1500;

export function IndexView({ view, page }: { view: View; page: IndexPage }): JSX.Element {
  const { site } = view;
  const { summary, description, servers, operations, schemas } = page;
  return (
    <article>
      <h1>{site.title}</h1>
      <p class="id">
        {site.version === "" ? "" : `${site.version} · `}
        {operations} operations · <a href="schemas.html">{schemas.length} schemas</a>
      </p>
      {summary === undefined ? null : <p class="sum">{summary}</p>}
      <Prose view={view} text={description} />
      {servers.length === 0 ? null : <Servers view={view} servers={servers} />}
      <Security view={view} page={page} />
      <SectionOf id="operations" title="Operations">
        {operations > MOST_OPERATIONS ? (
          <ul class="links">
            {site.groups.map(({ text, file, count }) => (
              <li>
                <a href={file}>{text}</a> <span class="f">{count}</span>
              </li>
            ))}
          </ul>
        ) : (
          site.groups.map((group) => <GroupFolded view={view} group={group} />)
        )}
      </SectionOf>
    </article>
  );
}

function GroupFolded({ view, group }: { view: View; group: Group }): JSX.Element {
  return (
    <section class="group">
      <h3>
        <a href={view.root + group.file}>{group.text}</a>
      </h3>
      <ul class="links">
        {group.sections.flatMap(({ operations }) =>
          operations.map(({ text, file, deprecated }) => (
            <li>
              <a href={view.root + file} class={deprecated ? "old" : undefined}>
                {text}
              </a>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}

function Security({ view, page }: { view: View; page: IndexPage }): JSX.Element | null {
  if (page.security.length === 0) return null;
  return (
    <SectionOf id="security" title="Security">
      {page.security.map(({ name, kind, description, flows }) => (
        <div class="content">
          <p>
            <code>{name}</code> {kind}
          </p>
          <Prose view={view} text={description} />
          {flows.map((flow) => (
            <details>
              <summary>{flow.kind}</summary>
              <ul>
                {flow.urls.map((url) => (
                  <li>
                    <code>{url}</code>
                  </li>
                ))}
                {flow.scopes.map(([scope, words]) => (
                  <li>
                    <code>{scope}</code> {words}
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </div>
      ))}
    </SectionOf>
  );
}

export function GroupView({ view, group }: { view: View; group: Group }): JSX.Element {
  return (
    <article>
      <h1>{group.text}</h1>
      <Prose view={view} text={group.description} />
      {group.sections.map(({ title, operations }) =>
        title === "" ? (
          <OperationList view={view} operations={operations} />
        ) : (
          <section>
            <h2>{title}</h2>
            <OperationList view={view} operations={operations} />
          </section>
        ),
      )}
    </article>
  );
}

export function SchemasView({
  view,
  schemas,
}: {
  view: View;
  schemas: readonly Link[];
}): JSX.Element {
  return (
    <article>
      <h1>Schemas</h1>
      <LinkList view={view} links={schemas} isWhole />
    </article>
  );
}

export function EventsView({ view, page }: { view: View; page: EventsPage }): JSX.Element {
  return (
    <article>
      <h1>Events</h1>
      {page.events.length === 0 ? null : (
        <ul class="ops">
          {page.events.map(({ type, schema }) => (
            <li>
              <code>{type}</code> <a href={view.root + schema.file}>{schema.text}</a>
            </li>
          ))}
        </ul>
      )}
      {page.webhooks.length === 0 ? null : (
        <Callbacks view={view} callbacks={page.webhooks} title="Webhooks" />
      )}
    </article>
  );
}

export function ChangesView({ view, page }: { view: View; page: ChangesPage }): JSX.Element {
  return (
    <article>
      <h1>Changes</h1>
      <p class="sum">{page.summary}</p>
      {page.levels.map(({ title, changes }) => (
        <SectionOf id={title.toLowerCase().replaceAll(" ", "-")} title={title}>
          <ul class="ops">
            {changes.map(({ symbol, rule, detail, effect, file }) => (
              <li>
                {file === undefined ? (
                  <code>{symbol}</code>
                ) : (
                  <a href={view.root + file}>{symbol}</a>
                )}{" "}
                {rule}
                <p class="f">
                  {detail === "" ? null : (
                    <>
                      <code>{detail}</code> ·{" "}
                    </>
                  )}
                  {effect}
                </p>
              </li>
            ))}
          </ul>
        </SectionOf>
      ))}
    </article>
  );
}
