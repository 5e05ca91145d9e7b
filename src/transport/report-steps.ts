import type { CallRecord } from "../call-record.js";
import { showFor } from "../errors/create-error.js";
import type { KeySetsError } from "../errors/keysets-error.js";
import type { CopiedClientOptions } from "../options/copy-options.js";
import type { LogEvent, RetryEvent } from "../options/options.js";
import type { Outcome } from "./send-request.js";

/** Creates what reports the steps of calls to the hooks of a client. A hook that throws or rejects changes no call. */
export function createReporter({ log, onRetry }: Pick<CopiedClientOptions, "log" | "onRetry">) {
  function report(record: CallRecord, event: Partial<LogEvent> & Pick<LogEvent, "step">): void {
    if (!log) return;
    const show = showFor(record);
    const { operation, method, path, attempts, clientRequestId } = record;
    const { requestId } = event;
    run(log, {
      operation,
      method,
      attempt: attempts,
      ...event,
      // A text that is redacted is so as a whole, which would leave nothing of a path.
      path: path.replace(/[^/?&=]+/g, (part) => show(part)),
      clientRequestId: clientRequestId && show(clientRequestId),
      ...(requestId && { requestId: show(requestId) }),
    });
  }

  function failure(record: CallRecord, error: KeySetsError): void {
    record.reported = error;
    const { status, requestId, message } = error;
    report(record, {
      step: "failure",
      message,
      ...(status !== undefined && { status }),
      ...(requestId !== undefined && { requestId }),
    });
  }

  return {
    request: (record: CallRecord) => report(record, { step: "request", attempt: record.attempts + 1 }),

    outcome(record: CallRecord, { received, error }: Outcome) {
      if (error && !received) failure(record, error);
      if (!received) return;
      const { status, headers } = received.response;
      report(record, { step: "response", status, requestId: headers.get("request-id") ?? undefined });
    },

    retry(record: CallRecord, event: RetryEvent) {
      const { delay, error } = event;
      const { message } = error;
      if (onRetry) run(onRetry, event);
      report(record, { step: "retry", delay, message });
    },

    /** Reports the error of a call, unless an attempt or its response was reported as what it says. */
    end(record: CallRecord, error: KeySetsError) {
      if (error !== record.reported && error.kind !== "service" && error.kind !== "http") failure(record, error);
    },
  };
}

function run<T>(hook: (event: T) => unknown, event: T): void {
  try {
    Promise.resolve(hook(event)).catch(() => {});
  } catch {
    // The call goes on: a write may have been applied.
  }
}
