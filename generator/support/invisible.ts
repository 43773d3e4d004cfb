/**
 * Characters that cannot be seen but change what is read: controls, marks that reorder bidirectional text ("Trojan
 * Source", CVE-2021-42574), spaces without width, line separators, tags, and halves of surrogate pairs.
 */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** What prose needs to be read: joiners in words and emoji, and the presentation of emoji. */
const JOINERS = /\u200c|\u200d|\ufe0e|\ufe0f/;

/** The text with each such character but the line feed as `\uXXXX`; `prose` keeps joiners. */
export function escapeInvisible(text: string, prose = false): string {
  return text.replace(INVISIBLE, (found) => {
    if (prose && JOINERS.test(found)) return found;
    return Array.from({ length: found.length }, (_, n) => escapeUnit(found.charCodeAt(n))).join("");
  });
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
