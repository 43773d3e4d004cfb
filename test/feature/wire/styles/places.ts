/** Every place of `styles.yaml` that holds one parameter, and hostile values for it. */
import * as fc from "fast-check";
import type { Attempt } from "../arrival.js";
import { hostile } from "../hostile.js";
import type { StylesClient } from "./client.js";

/** Operation, path template, and what its style puts before a text. */
const IN_PATH: readonly (readonly [operation: string, template: string, prefix: string])[] = [
  ["pathSimple", "/simple/{color}", ""],
  ["pathSimpleExploded", "/simple-exploded/{color}", ""],
  ["pathLabel", "/label/{color}", "."],
  ["pathLabelExploded", "/label-exploded/{color}", "."],
  ["pathMatrix", "/matrix/{color}", ";color="],
  ["pathMatrixExploded", "/matrix-exploded/{color}", ";color="],
];

const query = (color: unknown) => ({ color });
const header = (value: unknown) => ({ header: { "X-Color": value } });
const cookie = (color: unknown) => ({ cookie: { color } });

/** Operation, path, and where its argument has the value. */
const ELSEWHERE: readonly (readonly [
  operation: string,
  path: string,
  argument: (value: unknown) => object,
])[] = [
  ["queryForm", "/query/form", query],
  ["queryFormFlat", "/query/form-flat", query],
  ["querySpace", "/query/space", query],
  ["queryPipe", "/query/pipe", query],
  ["queryDeep", "/query/deep", query],
  ["queryReserved", "/query/reserved", query],
  ["queryJson", "/query/json", query],
  ["headerSimple", "/header", header],
  ["headerExploded", "/header-exploded", header],
  ["headerJson", "/header-json", header],
  ["cookieForm", "/cookie", cookie],
  ["cookieFlat", "/cookie-flat", cookie],
];

export function placeAttempts(client: StylesClient): readonly fc.Arbitrary<Attempt>[] {
  const common = { names: ["color"], styled: true };
  return [
    ...IN_PATH.flatMap(([what, template, prefix]) => {
      // An empty value of style matrix goes without the equals sign.
      const written = (value: unknown) =>
        `${prefix}${String(value)}`.replace(/^;color=$/, ";color");
      const attempt = { ...common, template, written };
      return [
        hostile.map((maker): Attempt => ({
          ...attempt,
          what,
          makers: [maker],
          call: ([value]) => client.call(what, value),
        })),
        hostile.map((maker): Attempt => ({
          ...attempt,
          what: `raw ${what}`,
          makers: [maker],
          call: ([color]) => client.raw("GET", template, { params: { path: { color } } }),
        })),
      ];
    }),
    hostile.map((maker): Attempt => ({
      ...common,
      what: "pathJson",
      template: "/path-json/{color}",
      makers: [maker],
      call: ([value]) => client.call("pathJson", value),
      written: JSON.stringify,
    })),
    ...ELSEWHERE.map(([what, template, argument]) =>
      hostile.map((maker): Attempt => ({
        ...common,
        names: ["color", "X-Color"],
        what,
        template,
        makers: [maker],
        call: ([value]) => client.call(what, argument(value)),
      })),
    ),
  ];
}
