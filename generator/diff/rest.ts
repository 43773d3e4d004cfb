/** Changes of what stands beside operations and schemas: servers, security, expand paths, events. */
import type { ExpandNode, IncomingRequest, Model, Security, Shape } from "../model/types/index.js";
import { child } from "../openapi/pointer.js";
import { type Change, change, type Spot } from "./rules/change.js";
import { compareShapes } from "./shapes/shapes.js";
import type { Views } from "./shapes/view.js";

export function compareApi({ api: old }: Model, { api: now }: Model, views: Views): Change[] {
  const changes: Change[] = [];
  const client = (pointer: string): Spot => ({ pointer, symbol: "createClient" });
  const [was, is] = [urlOf(old), urlOf(now)];
  if (was !== is) changes.push(change("server-changed", client("/servers"), was, is));
  changes.push(
    ...compareShapes(variablesShape(old), variablesShape(now), views.request, {
      pointer: "/servers/0/variables",
      symbol: "Options.serverVariables",
    }),
  );
  if (JSON.stringify(old.requires) !== JSON.stringify(now.requires)) {
    changes.push(change("security-changed", client("/security"), old.requires, now.requires));
  }
  const schemes = (list: typeof old.security) =>
    new Map(list.map((scheme) => [scheme.name, scheme]));
  const before = schemes(old.security);
  const after = schemes(now.security);
  for (const [name, scheme] of before) {
    const at = client(child("/components/securitySchemes", name));
    const next = after.get(name);
    if (next === undefined) changes.push(change("security-scheme-removed", at, name));
    else if (JSON.stringify(next) !== JSON.stringify(scheme)) {
      changes.push(change("security-changed", at, schemeText(scheme), schemeText(next)));
    }
  }
  for (const name of after.keys()) {
    if (before.has(name)) continue;
    const at = client(child("/components/securitySchemes", name));
    changes.push(change("security-scheme-added", at, undefined, name));
  }
  return changes;
}

/** `apiKey in header X-Key` */
function schemeText(scheme: Security): string {
  return scheme.kind === "apiKey"
    ? `${scheme.kind} in ${scheme.in} ${scheme.parameter}`
    : scheme.kind;
}

/** The first server as it is when nothing is chosen. */
function urlOf({ server, variables }: Model["api"]): string {
  const defaults = new Map(variables.map((variable) => [variable.name, variable.default]));
  return server.replace(/\{(.*?)\}/g, (whole, name: string) => defaults.get(name) ?? whole);
}

/** The option by which a client chooses what stands in the URLs of servers. */
function variablesShape({ variables }: Model["api"]): Shape {
  const entries = variables.map(({ name, values, description }): [string, Shape] => [
    name,
    {
      type: "string",
      ...(values === undefined ? {} : { enum: values }),
      ...(description === undefined ? {} : { description }),
    },
  ]);
  return { type: "object", properties: Object.fromEntries(entries) };
}

/** Whoever receives what the API sends reads it, like a response. */
export function compareIncoming(before: Model, after: Model, { response }: Views): Change[] {
  return [
    ...compareShapes(incomingShape(before.webhooks), incomingShape(after.webhooks), response, {
      pointer: "/webhooks",
      symbol: "Webhooks",
    }),
    ...compareShapes(callbacksShape(before), callbacksShape(after), response, {
      pointer: "/paths",
      symbol: "Callbacks",
    }),
  ];
}

function callbacksShape({ operations }: Model): Shape {
  const entries = operations.flatMap(({ name, callbacks }) =>
    callbacks === undefined ? [] : [{ name, shape: incomingShape(callbacks) }],
  );
  return incomingShape(entries);
}

function incomingShape(requests: readonly IncomingRequest[]): Shape {
  return {
    type: "object",
    properties: Object.fromEntries(requests.map(({ name, shape }) => [name, shape])),
    required: requests.map(({ name }) => name),
  };
}

export function compareExpand(before: Model, after: Model): Change[] {
  const keys = new Set([...before.expand.keys(), ...after.expand.keys()]);
  const known = new Set(before.schemas.map(({ key }) => key));
  const both = new Set(after.schemas.map(({ key }) => key).filter((key) => known.has(key)));
  const names = new Map([...before.schemas, ...after.schemas].map(({ key, name }) => [key, name]));
  return [...keys].flatMap((key) => {
    const old = before.expand.get(key);
    const now = after.expand.get(key);
    // What can be expanded in a schema comes and goes with it.
    if (!both.has(key)) return [];
    const [was, is] = [new Set(endings(old)), new Set(endings(now))];
    const segments = new Set([...was, ...is]);
    return [...segments].flatMap((segment) => {
      const at = {
        pointer: child(`${child("/components/schemas", key)}/properties`, segment),
        symbol: `${names.get(key) ?? key}.${segment}`,
      };
      if (!was.has(segment)) return [change("expand-path-added", at)];
      if (!is.has(segment)) return [change("expand-path-removed", at)];
      return compareTargets(old?.targets.get(segment) ?? [], now?.targets.get(segment) ?? [], at);
    });
  });
}

function endings(node: ExpandNode | undefined): string[] {
  return node === undefined ? [] : [...node.targets.keys(), ...node.includable.keys()];
}

function compareTargets(old: readonly string[], now: readonly string[], at: Spot): Change[] {
  const [was, is] = [new Set(old), new Set(now)];
  const gained = now.filter((key) => !was.has(key));
  const lost = old.filter((key) => !is.has(key));
  // Where there were several, code has to tell them apart already.
  const rule = old.length === 1 ? "expand-became-union" : "expand-target-added";
  return [
    ...gained.map((key) => change(rule, at, undefined, key)),
    ...lost.map((key) => change("expand-target-removed", at, key)),
  ];
}

export function compareEvents(before: Model, after: Model): Change[] {
  const old = new Map(before.events.map(({ type, key }) => [type, key]));
  const now = new Map(after.events.map(({ type, key }) => [type, key]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((type) => {
    const was = old.get(type);
    const is = now.get(type);
    const at = {
      pointer: child("/components/schemas", is ?? was ?? ""),
      symbol: `EventMap[${JSON.stringify(type)}]`,
    };
    if (was === undefined) return [change("event-added", at, undefined, is)];
    if (is === undefined) return [change("event-removed", at, was)];
    return was === is ? [] : [change("event-object-changed", at, was, is)];
  });
}
