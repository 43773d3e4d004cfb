/** The tree of expand paths: a list without a script, boxes to tick with one. */
import type { JSX } from "preact";
import type { ExpandItem, ExpandSection } from "../shapes/types.js";
import { SectionOf, TypeOf } from "./parts/parts.js";
import type { View } from "./parts/tools.js";

export function ExpandTree({ view, expand }: { view: View; expand: ExpandSection }): JSX.Element {
  const { title, words, parameter, prefix, depth, items } = expand;
  const [before, behind] = words;
  return (
    <SectionOf id="expand" title={title}>
      <p>
        {before}
        <code>{parameter}</code>
        {behind}
      </p>
      <div class="tree" data-depth={depth} data-prefix={prefix}>
        <Items view={view} items={items} />
      </div>
    </SectionOf>
  );
}

function Items({ view, items }: { view: View; items: readonly ExpandItem[] }): JSX.Element {
  return (
    <ul>
      {items.map((item) => (
        <Item view={view} item={item} />
      ))}
    </ul>
  );
}

/** `data-keys`: where the shared graph goes on, behind the path `data-on`. */
function Item({ view, item }: { view: View; item: ExpandItem }): JSX.Element {
  const { name, path, on, type, items, keys } = item;
  const goesOn = items.length === 0 && keys.length > 0;
  const line = (
    <>
      <code>{name}</code> <TypeOf view={view} type={type} />
    </>
  );
  return (
    <li
      data-path={path}
      data-on={goesOn ? on : undefined}
      data-keys={goesOn ? JSON.stringify(keys) : undefined}
    >
      {items.length === 0 ? (
        line
      ) : (
        <>
          {line}
          <details>
            <summary>
              {items.length} more<span class="vh"> below {name}</span>
            </summary>
            <Items view={view} items={items} />
          </details>
        </>
      )}
    </li>
  );
}
