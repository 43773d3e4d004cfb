import type { JSX } from "preact";
import type { ServerText } from "../pages/index.js";
import { Prose, SectionOf } from "./parts/parts.js";
import { PropertyList } from "./parts/properties.js";
import type { View } from "./parts/tools.js";

export function Servers({
  view,
  servers,
}: {
  view: View;
  servers: readonly ServerText[];
}): JSX.Element {
  return (
    <SectionOf id="servers" title="Servers">
      {servers.map(({ url, description, variables }) => (
        <div class="content">
          <p>
            <code>{url}</code>
          </p>
          <Prose view={view} text={description} />
          {variables.length === 0 ? null : <PropertyList view={view} properties={variables} />}
        </div>
      ))}
    </SectionOf>
  );
}
