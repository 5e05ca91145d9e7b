import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { authorizationProblem, type TokenScopes } from "./authorization.js";
import { type RawBody, readBody } from "./body.js";
import type { Fault, Faults } from "./faults.js";
import type { LogEntry } from "./log.js";
import { handlers } from "./operations/handlers.js";
import { idFromName } from "./operations/key-sets.js";
import type { Operation, Router } from "./router.js";
import { badRequest, faultError, graphError, ServiceError } from "./service-error.js";
import type { Call, Outcome, Tenant } from "./tenant.js";

/** A request, whichever way it came. */
export interface ServiceRequest {
  method: string;
  /** The scheme, the host, and the port that the caller used, such as `http://127.0.0.1:4010`. */
  origin: string;
  /** The path and the query, still encoded. */
  target: string;
  /** The value of a header, whose name is in lower case. */
  header(name: string): string | undefined;
  /** Reads the body. Called at most once. */
  body(): Promise<RawBody>;
  /** Aborted if the caller doesn't wait any longer. */
  signal?: AbortSignal | undefined;
}

/** What is returned for a request. */
export interface ServiceResponse {
  status: number;
  headers: Record<string, string>;
  /** JSON, or nothing. */
  body?: string;
  /** What becomes of the connection in the place of a complete response. */
  connection?: "dropped" | "cut";
}

export interface ServiceOptions {
  /** The tenant as it's now. A reset makes a new one. */
  tenant(): Tenant;
  router: Router;
  faults: Faults;
  tokenScopes: TokenScopes | undefined;
  log: ((entry: LogEntry) => void) | undefined;
  /** The time in milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

/**
 * Returns what the service does for a request.
 *
 * @throws RequestAborted if the caller is gone before the request is complete.
 */
export type Service = (request: ServiceRequest) => Promise<ServiceResponse>;

const basePath = "/beta";
const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What is known of a request while it's served, for its log line. */
interface Progress {
  path: string;
  operation?: Operation;
  code?: string;
}

export function createService(options: ServiceOptions): Service {
  const { router, faults, tokenScopes, log } = options;

  return async function respond(request) {
    const start = log ? performance.now() : 0;
    const progress: Progress = { path: "" };
    const ids = requestIds(request);
    let outcome: Served;
    try {
      outcome = await serve(request, progress);
    } catch (error) {
      outcome = errorOutcome(error, ids, progress);
    }
    const response = responseOf(outcome, ids);
    if (log) report(log, logEntry(request.method, progress, response, performance.now() - start));
    return response;
  };

  async function serve(request: ServiceRequest, progress: Progress): Promise<Served> {
    const { path, query } = splitTarget(request.target);
    const route = path.startsWith(`${basePath}/`)
      ? router(request.method, path.slice(basePath.length))
      : ({ found: "nothing" } as const);
    if (route.found === "nothing") throw graphError(404);
    progress.path = path;
    if (route.found === "path") throw wrongMethod(request.method, route.methods);
    const { operation, id, kid } = route;
    progress.operation = operation;

    const fault = faults.hit(operation.id);
    if (fault?.delay) await wait(fault.delay, undefined, { signal: request.signal }).catch(abandon);
    if (fault?.drop === true || fault?.drop === "before") return { status: 0, connection: "dropped" };
    if (fault && isFailure(fault)) throw failure(fault);

    const problem = authorizationProblem(request.header("authorization"), operation.scopes, tokenScopes);
    if (problem) throw problem;
    const tenant = options.tenant();
    checkQuery(query, tenant);
    const body = operation.bodyMembers ? readBody(operation, await request.body(), tenant.switches) : {};
    const outcome = await perform(tenant, { operation, id, kid, query, body, root: `${request.origin}${basePath}` });
    return fault ? { ...outcome, ...connectionAfter(fault, outcome) } : outcome;
  }

  function errorOutcome(error: unknown, ids: RequestIds, progress: Progress): Served {
    if (error instanceof RequestAborted) throw error;
    const { status, code, message, headers } = error instanceof ServiceError ? error : emulatorError;
    progress.code = code;
    const innerError = { date: new Date(options.now()).toISOString().slice(0, 19), ...ids };
    return { status, body: { error: { code, message, innerError } }, headers };
  }
}

/** The request is done by now, so that a log that fails can't undo it. */
function report(log: (entry: LogEntry) => void, entry: LogEntry): void {
  try {
    log(entry);
  } catch (error) {
    process.emitWarning(`The emulator's log failed: ${error}`);
  }
}

function checkQuery(query: string, tenant: Tenant): void {
  if (tenant.switches["query-options-ignored"]) return;
  const unknown = [...new URLSearchParams(query).keys()].some((name) => name !== "$skiptoken");
  if (unknown) throw badRequest("The query specified in the URI is not valid.");
}

function perform(tenant: Tenant, call: Call): Outcome | Promise<Outcome> {
  const handle = handlers[call.operation.id];
  if (call.operation.method === "GET") return handle(tenant, call);
  return tenant.store.write(writtenId(tenant, call), () => handle(tenant, call));
}

/** The key set that a write is for: the one in the path, or in the body. */
function writtenId(tenant: Tenant, { id, body }: Call): string {
  return id || idFromName((body as { id?: string }).id ?? "", tenant);
}

/** The caller is gone, or its request failed before it was complete. */
export class RequestAborted extends Error {}

function abandon(): never {
  throw new RequestAborted();
}

// What failed is unknown here, and could have something secret in its message.
const emulatorError = new ServiceError({ status: 500, code: "EmulatorError", message: "The emulator has a bug." });

type Served = Omit<Outcome, "headers"> & {
  headers?: Readonly<Record<string, string>>;
  connection?: NonNullable<ServiceResponse["connection"]>;
};

interface RequestIds {
  "request-id": string;
  "client-request-id": string;
}

/** The caller chooses the second ID, if it's a GUID. */
function requestIds(request: ServiceRequest): RequestIds {
  const sent = request.header("client-request-id");
  const id = randomUUID();
  return { "request-id": id, "client-request-id": sent !== undefined && guid.test(sent) ? sent : id };
}

function splitTarget(target: string): { path: string; query: string } {
  const mark = target.indexOf("?");
  return mark < 0 ? { path: target, query: "" } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** As reported for POST on `getActiveKey`: the message is JSON text itself. */
function wrongMethod(method: string, methods: string[]): ServiceError {
  const message = JSON.stringify({ Message: `The requested resource does not support http method '${method}'.` });
  return new ServiceError({ status: 405, code: "UnknownError", message }, { Allow: methods.join(", ") });
}

const isFailure = ({ status, code, retryAfter, drop, delay }: Fault): boolean =>
  status !== undefined || code !== undefined || retryAfter !== undefined || (!drop && delay === undefined);

function failure({ status, code, retryAfter }: Fault): ServiceError {
  const isThrottling = status === undefined && code === undefined && retryAfter !== undefined;
  const { status: chosen, code: name, message } = faultError(isThrottling ? 429 : status, code);
  const headers = retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) };
  return new ServiceError({ status: chosen, code: name, message }, headers);
}

function connectionAfter({ drop }: Fault, { body }: Outcome): Pick<Served, "connection"> {
  // A response without a body has no middle.
  if (drop === "after" || (drop === "midway" && !body)) return { connection: "dropped" };
  return drop === "midway" ? { connection: "cut" } : {};
}

function responseOf({ status, body, headers, connection }: Served, ids: RequestIds): ServiceResponse {
  const all: Record<string, string> = {
    "request-id": ids["request-id"],
    "client-request-id": ids["client-request-id"],
  };
  if (body) all["Content-Type"] = "application/json";
  const response: ServiceResponse = { status, headers: headers ? Object.assign(all, headers) : all };
  if (body) response.body = JSON.stringify(body);
  if (connection) response.connection = connection;
  return response;
}

function logEntry(
  method: string,
  { path, operation, code }: Progress,
  { status, connection }: ServiceResponse,
  duration: number,
): LogEntry {
  return {
    method,
    path,
    ...(operation && { operation: operation.id }),
    status,
    ...(code !== undefined && { code }),
    duration,
    ...(connection && { dropped: true }),
  };
}
