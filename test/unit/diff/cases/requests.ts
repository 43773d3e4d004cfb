/** Changes of what the API takes. */
import { CAREFUL, type Case, program } from "./base.js";

export const REQUESTS: readonly Case[] = [
  {
    rule: "request-property-added",
    edit: [
      ["                size:", "                more: { type: string }\n                size:"],
    ],
    program: CAREFUL,
  },
  {
    rule: "request-required-property-added",
    edit: [
      [
        "              properties:\n                name",
        "              required: [more]\n              properties:\n                more: { type: string }\n                name",
      ],
    ],
    program: program('await changeThing(client, "1", { name: "x" });'),
  },
  {
    rule: "request-property-removed",
    edit: [["                size: { type: integer }\n", ""]],
    program: program('await changeThing(client, "1", { size: 1 });'),
  },
  {
    rule: "request-property-became-required",
    edit: [
      [
        "              properties:\n                name",
        "              required: [size]\n              properties:\n                name",
      ],
    ],
    program: program('await changeThing(client, "1", { name: "x" });'),
  },
  {
    rule: "request-enum-value-added",
    edit: [["                kind: { enum: [a, b] }", "                kind: { enum: [a, b, c] }"]],
    program: CAREFUL,
  },
  {
    rule: "request-enum-value-removed",
    edit: [["                kind: { enum: [a, b] }", "                kind: { enum: [a] }"]],
    program: program('await changeThing(client, "1", { kind: "b" });'),
  },
  {
    rule: "request-enum-opened",
    edit: [
      [
        "                kind: { enum: [a, b] }",
        "                kind: { enum: [a, b], x-extensible-enum: true }",
      ],
    ],
    program: CAREFUL,
  },
  {
    rule: "request-enum-closed",
    edit: [
      [
        '                tone: { enum: [x, y], description: "Open Enum." }',
        '                tone: { enum: [x, y], description: "An enum." }',
      ],
    ],
    also: ["docs-changed"],
    program: program('await changeThing(client, "1", { tone: "z" });'),
  },
  {
    rule: "request-type-widened",
    edit: [
      [
        "                size: { type: integer }",
        "                size: { type: [integer, string] }",
      ],
    ],
    program: CAREFUL,
  },
  {
    rule: "request-type-narrowed",
    edit: [["                size: { type: integer }", "                size: { type: boolean }"]],
    program: program('await changeThing(client, "1", { size: 1 });'),
  },

  {
    rule: "request-property-became-optional",
    edit: "request-property-became-required",
    program: program('await changeThing(client, "1", { size: 1 });'),
  },
];
