/** What is around every page. */
import type { ComponentChildren, JSX } from "preact";
import type { Group } from "../places/index.js";
import { MOST_GROUPS, type View } from "./parts/tools.js";

/** Nothing from elsewhere. `file:` is for pages that are opened from a disk. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self' file:",
  "script-src 'self' file:",
  "img-src 'self' data:",
  // For tools that look at the site from inside a page; its own script asks for nothing.
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

export interface LayoutProps {
  readonly view: View;
  readonly title: string;
  readonly description: string;
  /** The group that the page belongs to. */
  readonly group?: Group | undefined;
  readonly file: string;
  readonly children: ComponentChildren;
}

export function Layout(props: LayoutProps): JSX.Element {
  const { view, title, description, group, file, children } = props;
  const { site, root } = view;
  const markdown = file.slice(file.lastIndexOf("/") + 1).replace(/\.html$/, ".md");
  const whole = title === "" || title === site.title ? site.title : `${title} · ${site.title}`;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{whole}</title>
        <meta name="description" content={description} />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={`${root}style.css`} />
        <link rel="alternate" type="text/markdown" href={markdown} />
        <script src={`${root}page.js`} defer data-root={root} />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <header class="top">
          <a class="home" href={`${root}index.html`}>
            {site.title} <span>{site.version}</span>
          </a>
          <div role="search" class="search" hidden>
            <input
              id="q"
              type="search"
              placeholder="Search  /"
              aria-label="Search operations and schemas"
              autocomplete="off"
            />
            <ul id="found" role="listbox" aria-label="Search results" hidden />
          </div>
          <input type="checkbox" id="menu" class="vh" />
          <label for="menu">Contents</label>
        </header>
        <Navigation view={view} group={group} file={file} />
        <main id="main">{children}</main>
        <footer>
          <a href={markdown}>This page as Markdown</a>
        </footer>
      </body>
    </html>
  );
}

interface NavigationProps {
  readonly view: View;
  readonly group: Group | undefined;
  readonly file: string;
}

/** Every group, of which only the page's own is unfolded. */
function Navigation({ view, group, file }: NavigationProps): JSX.Element {
  const { site, root } = view;
  const groups =
    site.groups.length <= MOST_GROUPS ? site.groups : group === undefined ? [] : [group];
  const item = (target: string, text: string): JSX.Element => (
    <li>
      <a href={root + target} aria-current={target === file ? "page" : undefined}>
        {text}
      </a>
    </li>
  );
  return (
    <nav class="side" aria-label="Reference">
      <ul>
        {item("index.html", "Overview")}
        {item("schemas.html", "Schemas")}
        {site.hasEvents ? item("events.html", "Events") : null}
        {site.hasChanges ? item("changes.html", "Changes") : null}
      </ul>
      <ul>
        {groups.map((one) =>
          one === group ? (
            <li class="here">
              <a href={root + one.file} aria-current={one.file === file ? "page" : undefined}>
                {one.text}
              </a>
              <GroupItems view={view} group={one} file={file} />
            </li>
          ) : (
            item(one.file, one.text)
          ),
        )}
      </ul>
    </nav>
  );
}

function GroupItems({
  view,
  group,
  file,
}: {
  view: View;
  group: Group;
  file: string;
}): JSX.Element {
  return (
    <ul>
      {group.sections.flatMap(({ title, operations }) => [
        title === "" ? null : <li class="sub">{title}</li>,
        ...operations.map((operation) => (
          <li>
            <a
              href={view.root + operation.file}
              aria-current={operation.file === file ? "page" : undefined}
              class={operation.deprecated ? "old" : undefined}
            >
              {operation.text.slice(operation.text.lastIndexOf(".") + 1)}
            </a>
          </li>
        )),
      ])}
    </ul>
  );
}
