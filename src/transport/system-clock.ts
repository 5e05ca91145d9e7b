import type { Clock } from "../options/options.js";
import { onAbort } from "./on-abort.js";

/** The platform's time and chance. */
export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  schedule(run, milliseconds, isBackground) {
    const timer = setTimeout(run, milliseconds);
    // In a browser a timer is a number.
    if (isBackground) (timer as { unref?(): void }).unref?.();
    return () => clearTimeout(timer);
  },
  wait(milliseconds, signal) {
    return new Promise((resolve, reject) => {
      const cancelTimer = systemClock.schedule(() => {
        cancelAbort?.();
        resolve();
      }, milliseconds);
      const cancelAbort =
        signal &&
        onAbort(signal, () => {
          cancelTimer();
          reject(signal.reason);
        });
    });
  },
};
