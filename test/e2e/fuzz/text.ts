/** Text that wants to be something else: what it is made of ends up in code, comments, names and files. */
import fc from "fast-check";

const HOSTILE = [
  "*/ globalThis.PWNED = 1; /*",
  '"; globalThis.PWNED = 1; "',
  "${globalThis.PWNED = 1}",
  "`",
  "\n//",
  "\u2028",
  "\\",
  "\\\\u0041",
  "@deprecated {x}",
  "../../x",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "",
  " ",
  "0",
  "-1",
  "1e3",
  "Infinity",
  "NaN",
  "class",
  "await",
  "undefined",
  "null",
  "any",
  "a/b~c%d",
  "$ref",
  "x-y",
  "ünï",
  "名前",
  "🎉",
  "\ud800",
  "𝒳",
  "ℌ",
  "ǆ",
  "ﬁ",
  "İ",
  "a\u0301",
  "\u200b",
  "\u202e",
  "\u2066\u2069",
  "\ufeff",
  "\u3164",
  "\u0085",
  "\u{e0041}",
];

export const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.string({ unit: "binary", maxLength: 3 }),
);

const PLAIN = [
  ..."a b A name id type kind data items value next self Pet pet PET Cat Dog Error Array".split(
    " ",
  ),
  ..."Promise Record Date File client params options request body query json at".split(" "),
];

/** Mostly plain, so that things meet; now and then hostile. */
export const name = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PLAIN) }, text);
