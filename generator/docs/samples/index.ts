/** Samples of each operation: by the class, by its function, by curl. */
import type { Model, Operation } from "../../model/types/index.js";
import type { Places } from "../places/index.js";
import { sampleCall } from "./call.js";
import { curlSample } from "./curl.js";
import type { Sample, SampleSetting } from "./types.js";
import { classSample, functionSample } from "./typescript.js";

export { NUMBER, PATH } from "./types.js";
export type { Expanded, Sample, SampleSetting } from "./types.js";

export function createSamples(
  model: Model,
  places: Places,
  setting: SampleSetting,
): (operation: Operation) => readonly Sample[] {
  const tools = { model, places, setting };
  return (operation) => {
    const call = sampleCall(model, operation);
    const own = classSample(tools, call);
    return [
      ...(own === undefined ? [] : [own]),
      functionSample(tools, call),
      curlSample(model, call),
    ];
  };
}
