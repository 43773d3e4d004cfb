/** Requests that the API makes of its users. */
import type { JSX } from "preact";
import type { CallbackSection } from "../pages/index.js";
import { Method, Prose, SectionOf } from "./parts/parts.js";
import { MemberList } from "./parts/properties.js";
import type { View } from "./parts/tools.js";

export function Callbacks({
  view,
  callbacks,
  title = "Callbacks",
}: {
  view: View;
  callbacks: readonly CallbackSection[];
  title?: string;
}): JSX.Element {
  return (
    <SectionOf id={title.toLowerCase()} title={title}>
      {callbacks.map(
        ({ name, method, deprecated, expression, summary, description, members }, n) => (
          <div class="content">
            <h3 id={`callback.${n + 1}`}>
              {expression === undefined ? (
                <>
                  <Method method={method} />{" "}
                </>
              ) : null}
              {name}
              {deprecated ? <b class="x"> deprecated</b> : null}
            </h3>
            {expression === undefined ? null : (
              <p class="line">
                <Method method={method} /> <code>{expression}</code>
              </p>
            )}
            {summary === undefined ? null : <p>{summary}</p>}
            <Prose view={view} text={description} />
            <MemberList view={view} members={members} />
          </div>
        ),
      )}
    </SectionOf>
  );
}
