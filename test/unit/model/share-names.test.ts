/** Which names of types stand for others. */
import { expect, it } from "vitest";
import type { MemberName } from "../../../generator/model/names/member-names.js";
import { shareNames } from "../../../generator/model/names/share-names.js";
import type { Shape, TypeName } from "../../../generator/model/types/index.js";

const CARD: Shape = { type: "object", properties: { brand: { enum: ["a", "b"] } } };

/** `CardData` with a member `Brand`. */
function cardData(given: Partial<MemberName> = {}): MemberName {
  const target = { kind: "member", property: "card_data", part: "object" } as const;
  const brand = { ...target, property: "brand", part: "value" } as const;
  const members = [{ name: "Brand", target: brand, members: [], shape: { enum: ["a", "b"] } }];
  return { name: "CardData", target, members, shape: CARD, place: "", ...given };
}

function top(name: string, ...members: MemberName[]): MemberName {
  return { name, target: { kind: "params", operation: name }, members };
}

it.each<[what: string, names: readonly MemberName[], shared: readonly string[]]>([
  [
    "the same type with the same members",
    [top("PayCreate", cardData()), top("PayUpdate", cardData())],
    ["PayUpdate.CardData = PayCreate.CardData"],
  ],
  [
    "other words about the property",
    [
      top("PayCreate", cardData()),
      top("PayUpdate", cardData({ shape: { ...CARD, description: "." } })),
    ],
    ["PayUpdate.CardData = PayCreate.CardData"],
  ],
  [
    "within the first of them",
    [
      top("PayCreate", cardData()),
      top("PayUpdate", { ...cardData({ name: "Other", shape: {} }), members: [cardData()] }),
    ],
    ["PayUpdate.Other.CardData = PayCreate.CardData"],
  ],
  [
    "not another type",
    [
      top("PayCreate", cardData()),
      top("PayUpdate", cardData({ shape: { ...CARD, required: ["brand"] } })),
    ],
    [],
  ],
  [
    "not another part of it",
    [
      top("PayCreate", cardData()),
      top(
        "PayUpdate",
        cardData({ target: { kind: "member", property: "card_data", part: "item" } }),
      ),
    ],
    [],
  ],
  [
    "not one without members",
    [top("PayCreate", cardData({ members: [] })), top("PayUpdate", cardData({ members: [] }))],
    [],
  ],
  [
    "not of another schema, where other properties may be expanded",
    [top("PayA", cardData({ place: "a" })), top("PayB", cardData({ place: "b" }))],
    [],
  ],
  ["not of another module", [top("PayCreate", cardData()), top("SetupCreate", cardData())], []],
  [
    "not where a member hides the first name of the path",
    [top("Pay", cardData()), top("PayUpdate", cardData(), cardData({ name: "Pay", shape: {} }))],
    [],
  ],
])("%s", (_, names, shared) => {
  expect(sharedIn(shareNames(names))).toEqual(shared);
});

function sharedIn(names: readonly TypeName[], around: readonly string[] = []): string[] {
  return names.flatMap(({ name, members, sameAs }) => {
    const path = [...around, name];
    if (sameAs === undefined) return sharedIn(members, path);
    return [`${path.join(".")} = ${sameAs.join(".")}`];
  });
}
