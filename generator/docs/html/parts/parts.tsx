/** What pages are made of: types, descriptions, code, sections. */
import type { ComponentChildren, JSX } from "preact";
import type { TypeText } from "../../shapes/types.js";
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

/** Names and paths, which break where they are joined. */
export function Breakable({ text }: { text: string }): JSX.Element {
  const parts = text.split(/(?<=[^./][./])/);
  return <>{parts.flatMap((part, n) => (n === 0 ? [part] : [<wbr />, part]))}</>;
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
