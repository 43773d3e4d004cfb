/** Values that want to be something else: what may arrive where the document has a text. */
import * as fc from "fast-check";

/** Texts that paths are changed with, and any other. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc
    .array(
      fc.constantFrom(
        ..."../ .. . / \\ ; ? # % & = : @ { } , %2e %2F %252e cus_1 products encoded \t \n \0 é".split(
          " ",
        ),
        "",
        " ",
        "\ud800",
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join("")),
);

/** Makes a value: anew for each run, and out of sight of the test's own library, which looks into values. */
export type Maker = () => unknown;

/** Whatever a caller without types may give; `undefined` and primitives among it. */
export const hostile: fc.Arbitrary<Maker> = fc.oneof(
  { weight: 6, arbitrary: hostileText.map(giving) },
  fc.oneof(fc.double(), fc.bigInt(), fc.boolean(), fc.constantFrom(null, undefined)).map(giving),
  {
    weight: 8,
    arbitrary: fc.tuple(hostileText, fc.constantFrom(...disguises())).map(
      ([text, disguise]): Maker =>
        () =>
          disguise(text),
    ),
  },
  fc.array(hostileText, { maxLength: 3 }).map(giving),
  fc.dictionary(hostileText, hostileText, { maxKeys: 3 }).map(giving),
);

function giving(value: unknown): Maker {
  return () => value;
}

/** Objects that claim to be text, or to be encoded already. */
function disguises(): readonly ((text: string) => unknown)[] {
  return [
    (encoded) => ({ encoded }),
    (encoded) => Object.create({ encoded }) as unknown,
    (encoded) => Object.assign(Object.create(null), { encoded }) as unknown,
    (encoded) => Object.assign([encoded], { encoded }),
    (encoded) => Object.assign(() => encoded, { encoded }),
    (encoded) =>
      new (class Styled {
        encoded = encoded;
      })(),
    (text) => ({ toString: () => text }),
    (text) => ({ valueOf: () => text, toString: null }),
    (text) => ({ [Symbol.toPrimitive]: () => text }),
    (text) => ({ toJSON: () => text }),
    (text) => ({ [Symbol.toStringTag]: text, encoded: text, toString: () => text }),
    ...["String", "Date", "Array", "Object", "ArrayBuffer", "Number"].map(
      (tag) => (text: string) => ({
        [Symbol.toStringTag]: tag,
        getTime: () => text,
        toISOString: () => text,
        toString: () => text,
      }),
    ),
    (text) => new String(text),
    (text) => Object.assign(new String("cus_1"), { toString: () => text }),
    (text) => Object.assign(new Date(0), { toISOString: () => text, getTime: () => text }),
    (text) => Object.assign(["x"], { toString: () => text, join: () => text }),
    (text) => new Proxy({}, { get: () => text, has: () => true }),
    (text) => new Proxy([], { get: () => text }),
    (text) => new Proxy(() => text, { get: () => text }),
    (text) => changing("cus_1", text),
    (text) => new URL(`https://a.test/${escape(text)}`),
    (text) => new Map([["encoded", text]]),
    (text) => [text][Symbol.iterator](),
    (text) => Symbol(text),
    (text) => new Error(text),
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    },
    () => new Proxy({}, { getPrototypeOf: refuse, ownKeys: refuse, get: refuse, has: refuse }),
  ];
}

/** Responds otherwise when it is asked again. */
function changing(first: string, then: string): object {
  let asked = 0;
  return {
    get encoded() {
      return asked++ === 0 ? first : then;
    },
    toString: () => (asked++ === 0 ? first : then),
  };
}

function refuse(): never {
  throw new Error("cannot be read");
}
