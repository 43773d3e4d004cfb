/** Lists of links to pages. */
import type { JSX } from "preact";
import type { Link, OperationLink } from "../../places/index.js";
import { Method } from "./parts.js";
import type { View } from "./tools.js";

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
