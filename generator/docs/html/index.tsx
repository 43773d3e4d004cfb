/** Page data → HTML. */
import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Page, Site } from "../pages/index.js";
import type { Group } from "../places/index.js";
import { Layout } from "./layout.js";
import { ChangesView, EventsView, GroupView, IndexView, SchemasView } from "./lists.js";
import { OperationView } from "./operation.js";
import { createProse, firstSentence, type ProseSetting } from "./parts/prose.js";
import { SchemaView } from "./schema.js";
import type { View } from "./parts/tools.js";

export interface HtmlFile {
  /** The page in a sentence or more, as HTML. */
  readonly description: string;
  readonly file: string;
  readonly text: string;
}

export function createHtml(site: Site, setting: ProseSetting): (page: Page) => HtmlFile {
  const prose = createProse(setting);
  return (page) => {
    const { file, title, description = "", group, content } = parts(page, site);
    const view: View = { site, prose, root: file.includes("/") ? "../" : "" };
    const html = renderToString(
      <Layout
        view={view}
        title={title}
        description={firstSentence(prose(description)) || `${title} of ${site.title}`}
        group={group}
        file={file}
      >
        {content(view)}
      </Layout>,
    );
    return { file, description: prose(description), text: `<!doctype html>\n${html}\n` };
  };
}

interface Parts {
  readonly file: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly group?: Group;
  readonly content: (view: View) => JSX.Element;
}

function parts(page: Page, site: Site): Parts {
  switch (page.kind) {
    case "operation": {
      const { link, group, summary, description } = page;
      return {
        file: link.file,
        title: link.text,
        description: summary ?? description,
        group,
        content: (view) => <OperationView view={view} page={page} />,
      };
    }
    case "schema":
      return {
        file: page.link.file,
        title: page.link.text,
        description: page.description,
        content: (view) => <SchemaView view={view} page={page} />,
      };
    case "group":
      return {
        file: page.group.file,
        title: page.group.text,
        description: page.group.description,
        group: page.group,
        content: (view) => <GroupView view={view} group={page.group} />,
      };
    case "index":
      return {
        file: "index.html",
        title: site.title,
        description: page.summary ?? page.description,
        content: (view) => <IndexView view={view} page={page} />,
      };
    case "schemas":
      return {
        file: "schemas.html",
        title: "Schemas",
        content: (view) => <SchemasView view={view} schemas={page.schemas} />,
      };
    case "events":
      return {
        file: "events.html",
        title: "Events",
        content: (view) => <EventsView view={view} page={page} />,
      };
    case "changes":
      return {
        file: "changes.html",
        title: "Changes",
        content: (view) => <ChangesView view={view} page={page} />,
      };
  }
}
