import pluralize from "pluralize";

/** The singular of an English plural: `capabilities` → `capability`, `movies` → `movie`, `statuses` → `status`. */
export function singular(word: string): string {
  // An abbreviation is not a plural: `sms`, `dns`.
  return /^[^aeiou]{1,3}$/i.test(word) ? word : pluralize.singular(word);
}
