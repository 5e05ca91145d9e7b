import { isLoopback } from "../loopback.js";
import type { RawBody } from "./body.js";
import { type Clock, timeOf } from "./clock.js";
import { type Fault, type Faults, unwrapFaults } from "./faults.js";
import type { ServiceRequest, ServiceResponse } from "./service.js";
import { graphError, ServiceError } from "./service-error.js";

/** Where programs in any language control the emulator. */
export const controlPath = "/_emulator/";

/**
 * Returns what the control does for a request.
 *
 * @param isLocal whether only this machine can reach the server.
 */
export type Control = (request: ServiceRequest, isLocal: boolean) => Promise<ServiceResponse>;

export interface ControlOptions {
  faults: Faults;
  clock: Clock;
  reset(): void;
  state(): object;
}

interface Result {
  status: number;
  body?: object;
}

type Action = (body: () => Promise<unknown>) => Result | Promise<Result>;

export function createControl({ faults, clock, reset, state }: ControlOptions): Control {
  const listed = (status: number): Result => ({ status, body: { faults: faults.list() } });
  const time = (): Result => ({ status: 200, body: { now: new Date(clock.now()).toISOString() } });
  const actions: Record<string, Record<string, Action>> = {
    faults: {
      GET: () => listed(200),
      async POST(body) {
        faults.addAll(faultsIn(await body()));
        return listed(201);
      },
      async PUT(body) {
        faults.replace(faultsIn(await body()));
        return listed(200);
      },
      DELETE() {
        faults.clear();
        return { status: 204 };
      },
    },
    clock: {
      GET: time,
      async PUT(body) {
        clock.set(timeOf(Object(await body()).now));
        return time();
      },
      async POST(body) {
        const { advance } = Object(await body());
        if (typeof advance !== "number") throw new TypeError('Expected the number of seconds in "advance".');
        clock.advance(advance * 1000);
        return time();
      },
    },
    reset: {
      POST() {
        reset();
        return { status: 204 };
      },
    },
    state: { GET: () => ({ status: 200, body: state() }) },
  };

  return async function respond(request, isLocal) {
    const result = await resultOf(request, isLocal).catch(problemOf);
    return {
      status: result.status,
      headers: result.body ? { "Content-Type": "application/json" } : {},
      ...(result.body && { body: JSON.stringify(result.body) }),
    };
  };

  async function resultOf(request: ServiceRequest, isLocal: boolean): Promise<Result> {
    checkCaller(request, isLocal);
    const name = request.target.slice(controlPath.length);
    const action = Object.hasOwn(actions, name) ? actions[name]?.[request.method] : undefined;
    if (!action) throw graphError(404);
    return action(async () => jsonOf(await request.body()));
  }
}

/** A page in a browser can send requests to this machine too. It always says where it comes from, or goes by another name. */
function checkCaller(request: ServiceRequest, isLocal: boolean): void {
  const site = request.header("sec-fetch-site") ?? "none"; // "none" is an address that a person typed
  const isFromPage = request.header("origin") !== undefined || site !== "none";
  if (isFromPage || (isLocal && !isLoopback(new URL(request.origin)))) throw notAllowed;
}

const notAllowed = new ServiceError({
  status: 403,
  code: "NotAllowed",
  message: "The emulator can't be controlled from a page in a browser, or by another name of this machine.",
});

/** One fault, a list of them, or what a GET returns. */
const faultsIn = (body: unknown): Fault[] => [unwrapFaults(body) as Fault | Fault[]].flat();

function jsonOf({ bytes }: RawBody): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    throw new TypeError("The body isn't valid JSON.");
  }
}

/** The control's own functions throw a TypeError for what the caller can correct. */
function problemOf(error: unknown): Result {
  if (error instanceof TypeError)
    return { status: 400, body: { error: { code: "BadRequest", message: error.message } } };
  if (error instanceof ServiceError)
    return { status: error.status, body: { error: { code: error.code, message: error.message } } };
  throw error;
}
