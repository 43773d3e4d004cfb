/** What each type of event carries, against a witness that knows nothing of our rule: the official SDK's types. */
import { beforeAll, describe, expect, it } from "vitest";
import { type Events, type EventTypes, readEventTypes } from "./event-types.js";

const LATER = "the SDK's version got it after the document was written: the enum lacks it";

/** Events that the SDK knows and the document does not, and why. */
const ONLY_SDK: Readonly<Record<string, string>> = {
  "issuing_personalization_design.activated": LATER,
  "issuing_personalization_design.deactivated": LATER,
  "issuing_personalization_design.rejected": LATER,
  "issuing_personalization_design.updated": LATER,
};

/** Events that the document knows and the SDK does not, and why. None so far. */
const ONLY_DOCUMENT: Readonly<Record<string, string>> = {};

/** Events that carry something else than the SDK says: what they carry here, and why. None so far. */
const OTHER_OBJECT: Readonly<Record<string, readonly [objects: string, why: string]>> = {};

let types: EventTypes;
beforeAll(() => {
  types = readEventTypes();
});

describe("the events of the document", () => {
  it("are all that the official SDK knows, but for those listed", () => {
    expect(Object.keys(types.sdk).length).toBeGreaterThan(200);
    expect(without(types.sdk, types.map)).toEqual(Object.keys(ONLY_SDK).sort());
  });

  it("are all known to the official SDK, but for those listed", () => {
    expect(without(types.map, types.sdk)).toEqual(Object.keys(ONLY_DOCUMENT).sort());
  });

  it("carry what the official SDK says, but for those listed", () => {
    const differing = Object.entries(types.map)
      .map(([type, objects]) => [type, objects.join(), types.sdk[type]?.join()] as const)
      .filter(([, here, there]) => there !== undefined && here !== there);
    const listed = Object.entries(OTHER_OBJECT).map(([type, [objects]]) => [type, objects]);
    expect(differing.map(([type, here]) => [type, here])).toEqual(listed);
  });

  it("are told apart by their type in the union, and carry there what the map says", () => {
    expect(types.union).toEqual(types.map);
  });
});

function without(some: Events, others: Events): string[] {
  return Object.keys(some)
    .filter((type) => !(type in others))
    .sort();
}
