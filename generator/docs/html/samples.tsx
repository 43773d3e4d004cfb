/** The column beside an operation: samples to choose from, and what comes back. */
import type { JSX } from "preact";
import { NUMBER, PATH, type Sample } from "../samples/index.js";
import { highlight } from "./parts/highlight.js";
import { Code } from "./parts/parts.js";

export function Samples({
  samples,
  response,
}: {
  samples: readonly Sample[];
  response: string | undefined;
}): JSX.Element {
  return (
    <aside class="samples" aria-label="Samples">
      <fieldset>
        <legend>Request</legend>
        {samples.map(({ id, title }, n) => (
          <>
            <input type="radio" name="sample" id={`s-${id}`} value={id} checked={n === 0} />
            <label for={`s-${id}`}>{title}</label>
          </>
        ))}
      </fieldset>
      {samples.map((sample) => (
        <SampleBlock sample={sample} />
      ))}
      {response === undefined ? null : (
        <>
          <p class="h">Response</p>
          <Code text={response} language="json" label="Sample response" />
        </>
      )}
    </aside>
  );
}

function SampleBlock({ sample }: { sample: Sample }): JSX.Element {
  const { id, title, text, language, expanded } = sample;
  return (
    <div class={`sample s-${id}`}>
      <pre tabIndex={0} role="region" aria-label={`${title} sample`}>
        <code class="plain" dangerouslySetInnerHTML={{ __html: highlight(text, language) }} />
        {expanded === undefined ? null : (
          <code hidden class="expanded" dangerouslySetInnerHTML={{ __html: repeated(sample) }} />
        )}
      </pre>
    </div>
  );
}

/** The part that is repeated for each path, in an element that a script fills. */
function repeated({ expanded, language }: Sample): string {
  if (expanded === undefined) return "";
  const { text, each, separator } = expanded;
  const at = text.indexOf(each);
  const html = highlight(text, language);
  // The highlighter escapes characters and adds elements, none of which begins or ends inside of a token.
  const start =
    language === "typescript" ? html.lastIndexOf("<span", html.indexOf(PATH)) : lineStart(html);
  const end =
    language === "typescript" ? html.indexOf("</span>", html.indexOf(PATH)) + 7 : lineEnd(html);
  if (at === -1 || start === -1) return html;
  const template = html.slice(start, end);
  return `${html.slice(0, start)}<span data-each data-separator="${separator.replaceAll("\\", "&#92;")}">${template}</span>${html.slice(end)}`;
}

function lineStart(html: string): number {
  const at = html.indexOf(PATH);
  return html.includes(NUMBER) ? html.lastIndexOf("\n", at) + 1 : at;
}

function lineEnd(html: string): number {
  const at = html.indexOf(PATH);
  if (!html.includes(NUMBER)) return at + 1;
  const end = html.indexOf("\n", at);
  const line = html.slice(0, end);
  return line.endsWith(" \\") ? end - 2 : end;
}
