/** Ctrl-C, or being told to end: the work stops where nothing is half done. */
import { constants } from "node:os";

/** Thrown where work stops because the user said so. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  /** As shells report the end by a signal: 130 after SIGINT, 143 after SIGTERM. */
  readonly exitCode: number;

  constructor(signal: "SIGINT" | "SIGTERM") {
    super("Interrupted; nothing is left half done.");
    this.exitCode = 128 + constants.signals[signal];
  }
}

export interface Interruption {
  /** Fires with an {@link Interrupted}. */
  readonly signal: AbortSignal;
  /** Gives the signals of the system back their usual effect. */
  end(): void;
}

/** The first signal fires; a second one ends the process as it usually does. */
export function interruptible(): Interruption {
  const controller = new AbortController();
  const stop = (signal: NodeJS.Signals): void => {
    controller.abort(new Interrupted(signal === "SIGTERM" ? "SIGTERM" : "SIGINT"));
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  return {
    signal: controller.signal,
    end: () => process.off("SIGINT", stop).off("SIGTERM", stop),
  };
}

/** Lets something that may not be cut short come to its end, and stops then. */
export async function uninterrupted<T>(work: () => Promise<T>): Promise<T> {
  const interruption = interruptible();
  try {
    const result = await work();
    interruption.signal.throwIfAborted();
    return result;
  } finally {
    interruption.end();
  }
}
