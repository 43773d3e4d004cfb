/** The page of an operation. */
import type { JSX } from "preact";
import type { BodySection, OperationPage } from "../pages/index.js";
import { Callbacks } from "./callbacks.js";
import { ExpandTree } from "./expand.js";
import { Breakable, Method, Prose, SectionOf } from "./parts/parts.js";
import { PropertyList } from "./parts/properties.js";
import { ContentView, Responses, Returned } from "./responses.js";
import { Samples } from "./samples.js";
import { Servers } from "./servers.js";
import type { View } from "./parts/tools.js";

interface Props {
  readonly view: View;
  readonly page: OperationPage;
}

export function OperationView({ view, page }: Props): JSX.Element {
  const { link, expand, samples, callbacks, security, servers } = page;
  return (
    <div class="op">
      <article>
        <Head view={view} page={page} />
        <Parameters view={view} page={page} />
        {page.body === undefined ? null : <Body view={view} body={page.body} />}
        <Returned view={view} returns={page.returns} />
        {expand === undefined ? null : <ExpandTree view={view} expand={expand} />}
        <Responses view={view} responses={page.responses} />
        {callbacks.length === 0 ? null : <Callbacks view={view} callbacks={callbacks} />}
        {security.length === 0 ? null : (
          <SectionOf id="security" title="Security">
            <ul>
              {security.map((line) => (
                <li>
                  <a href={`${view.root}index.html#security`}>
                    <code>{line}</code>
                  </a>
                </li>
              ))}
            </ul>
          </SectionOf>
        )}
        {servers.length === 0 ? null : <Servers view={view} servers={servers} />}
      </article>
      <Samples
        samples={samples}
        response={page.sampleResponse ?? shownExample(page)}
        key={link.file}
      />
    </div>
  );
}

/** An example of the document for a response that is not JSON. */
function shownExample({ responses }: OperationPage): string | undefined {
  const contents = responses.filter(({ isError }) => !isError).flatMap(({ contents: own }) => own);
  return contents.flatMap(({ examples }) => examples)[0]?.text;
}

function Head({ view, page }: Props): JSX.Element {
  const { link, group, operationId, summary, description, externalDocs, functionName } = page;
  const names = [...new Set([operationId, functionName])].filter((name) => name !== link.text);
  return (
    <>
      <p class="crumbs">
        <a href={view.root + group.file}>{group.text}</a>
      </p>
      <h1>
        <Breakable text={link.text} />
      </h1>
      <p class="id">
        {names.map((name, n) => (
          <>
            {n === 0 ? null : " · "}
            <code>{name}</code>
          </>
        ))}
        {link.deprecated ? <b class="x"> deprecated</b> : null}
      </p>
      <p class="line">
        <Method method={link.method} />{" "}
        <code>
          <Breakable text={link.path} />
        </code>
      </p>
      {summary === undefined ? null : <p class="sum">{summary}</p>}
      <Prose view={view} text={description} />
      {externalDocs === undefined || !/^https?:\/\//i.test(externalDocs.url) ? null : (
        <p>
          <a href={externalDocs.url} rel="noreferrer">
            {externalDocs.description ?? "More"}
          </a>
        </p>
      )}
    </>
  );
}

const PLACES = {
  path: "Path parameters",
  query: "Query parameters",
  header: "Headers",
  cookie: "Cookies",
} as const;

function Parameters({ view, page: { parameters } }: Props): JSX.Element {
  return (
    <>
      {parameters.map(({ place, properties }) => (
        <SectionOf id={place} title={PLACES[place]}>
          <PropertyList view={view} properties={properties} />
        </SectionOf>
      ))}
    </>
  );
}

function Body({ view, body }: { view: View; body: BodySection }): JSX.Element {
  return (
    <SectionOf id="body" title="Body">
      <Prose view={view} text={body.description} />
      <p class="f">{body.required ? "required" : "optional"}</p>
      {body.contents.map((content) => (
        <ContentView view={view} content={content} />
      ))}
    </SectionOf>
  );
}
