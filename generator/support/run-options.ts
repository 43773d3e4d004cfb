import { setImmediate } from "node:timers/promises";

export interface RunOptions {
  /** Absolute path of the folder that a project's paths are relative to. */
  readonly cwd: string;
  /** Turns warnings into errors. */
  readonly strict?: boolean;
  /** Whether references may be fetched over the network. */
  readonly allowRemote?: boolean;
  /** Whether a change report counts a new value or type in a response as breaking. */
  readonly strictEnums?: boolean;
  /** Told what is being done, for people who wait. */
  readonly onStep?: (step: string) => void;
  /** Stops the run with its reason when it fires. */
  readonly signal?: AbortSignal | undefined;
}

/** Lets a signal of the system arrive, which happens between two turns of the event loop; stops where one has. */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return;
  await setImmediate();
  signal.throwIfAborted();
}
