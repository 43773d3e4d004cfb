import type { Client, ClientOptions, RequestOptions } from "./client.js";

type Variables = { readonly [name: string]: string | undefined };

/** Puts values in the place of a server's variables: those that were chosen, else the document's defaults. */
export function serverUrls(
  defaults: Variables,
  chosen: Variables = {},
): (template: string) => string {
  return (template) =>
    template.replace(
      /\{(.*?)\}/g,
      (whole, name: string) => chosen[name] ?? defaults[name] ?? whole,
    );
}

/** A client whose operations have servers with variables of their own. */
export function withServers<O extends RequestOptions>(
  { send }: Client<O>,
  urlOf: (template: string) => string,
): Client<O> {
  return {
    send: (call, options) =>
      send(call.server ? { ...call, server: urlOf(call.server) } : call, options),
  };
}

/**
 * Stands for the server that the document does not name.
 *
 * @throws {TypeError} where the options name none either
 */
export function ownServer({ baseUrl, host }: ClientOptions): string {
  if (baseUrl || host) return "";
  throw new TypeError("The document names no server with a host: createClient needs a baseUrl");
}
