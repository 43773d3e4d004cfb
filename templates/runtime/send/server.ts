import type { ClientOptions } from "./client-options.js";
import type { Client, RequestOptions } from "../call/request.js";

type Variables = { readonly [name: string]: string | undefined };

/**
 * Puts values in the place of a server's variables: those that were chosen, else the document's defaults.
 *
 * @throws {TypeError} naming the variable whose value would be more than its place: `@` or `/` in the name of a host, say
 */
export function serverUrls(
  defaults: Variables,
  chosen: Variables = {},
): (template: string) => string {
  return (template) =>
    template.replace(/\{(.*?)\}/g, (whole, name: string, at: number) => {
      const value = own(chosen, name);
      // The document may say what it likes.
      if (value === undefined) return own(defaults, name) ?? whole;
      const inHost = /:\/\/[^/]*$/.test(template.slice(0, at));
      const more = inHost ? /[\s/?#@\\]/ : /[\s?#\\]|(^|\/)\.\.?(\/|$)/;
      if (typeof value !== "string" || more.test(value))
        throw new TypeError(`${name}: the value does not fit where the server's URL has it`);
      return value;
    });
}

function own(variables: Variables, name: string): string | undefined {
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
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
