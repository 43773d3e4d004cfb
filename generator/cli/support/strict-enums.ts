import { Option } from "commander";

export interface StrictEnums {
  readonly strictEnums?: boolean;
}

/** For those who list all cases: one more breaks their programs. */
export function strictEnumsOption(): Option {
  return new Option("--strict-enums", "count a new value or type in a response as breaking");
}
