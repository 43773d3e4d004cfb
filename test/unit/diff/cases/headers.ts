/** Changes of the headers that come with a response. */
import { CAREFUL, type Case, program } from "./base.js";

const SURE = program(
  'const sure: string = (await getThing(client, "1")).lastResponse.headers.get("X-Sure"); export { sure };',
);

export const HEADERS: readonly Case[] = [
  {
    rule: "response-header-added",
    edit: [
      [
        "X-Maybe: { schema: { type: string } } }",
        "X-Maybe: { schema: { type: string } }, X-More: { schema: { type: string } } }",
      ],
    ],
    program: CAREFUL,
  },
  {
    rule: "response-header-removed",
    edit: [["X-Sure: { required: true, schema: { type: string } }, ", ""]],
    program: SURE,
  },
  {
    rule: "response-header-became-optional",
    edit: [["X-Sure: { required: true, ", "X-Sure: { "]],
    program: SURE,
  },
  {
    rule: "response-header-became-required",
    edit: [["X-Maybe: { schema", "X-Maybe: { required: true, schema"]],
    program: CAREFUL,
  },
];
