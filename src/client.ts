import type { KeySetsClient } from "../generated/client.js";
import { createMethods } from "../generated/methods.js";
import { operations } from "../generated/operations.js";
import type { operations as OperationTypes, paths } from "../generated/types.js";
import type { OperationCall } from "./call-operation.js";
import { type CallRecord, startRecord } from "./call-record.js";
import { KeySetsError } from "./errors/keysets-error.js";
import type { Operation } from "./operation.js";
import { copyCallOptions, copyClientOptions } from "./options/copy-options.js";
import type { KeySetsClientOptions } from "./options/options.js";
import { buildPath, checkPathParameter } from "./requests/build-path.js";
import { createHttpClient } from "./requests/create-http-client.js";
import { LightRequest, LightResponse } from "./requests/light-request.js";
import { serializeBody } from "./requests/serialize-body.js";
import { middlewareError, withinMiddleware } from "./requests/within-middleware.js";
import { createList, type Page, type PageCall } from "./responses/create-list.js";
import { createResponseError } from "./responses/create-response-error.js";
import { parseResponse } from "./responses/parse-response.js";
import type { Failure } from "./responses/result.js";
import type { ListOf, ResultOf } from "./responses/result-of.js";
import { createTransport, type TransportCall } from "./transport/create-transport.js";
import { identify, readRequest } from "./transport/read-request.js";
import type { ReceivedResponse } from "./transport/send-request.js";
import { toResponse } from "./transport/to-response.js";
import { keySetOf, normalizeId } from "./transport/write-queue.js";

const jsonContent = { "content-type": "application/json" };

type OperationId = keyof OperationTypes;
// Its type asks for at least one function, which it checks at run time too.
type HttpMiddleware = Parameters<ReturnType<typeof createHttpClient>["use"]>[number];

const operationOf = new Map<OperationId, Operation>(operations.map((operation) => [operation.id, operation]));

/**
 * Creates a client. Nothing is sent before the first call.
 *
 * @throws TypeError that names the option if it is unknown or invalid, such as a `baseUrl` that is neither https nor on this machine.
 */
export function createKeySetsClient(options: KeySetsClientOptions): KeySetsClient {
  const copy = copyClientOptions("createKeySetsClient", options);
  const { root, headers } = copy;
  const transport = createTransport(copy);
  const { now } = transport.clock;
  const http = createHttpClient<paths>({ baseUrl: root, pathSerializer: buildPath });
  let hasMiddleware = false;

  /** Runs a call, from its arguments to its result. Rejects for a mistake in the program only. */
  async function run(operation: Operation, record: CallRecord, given: OperationCall, query = "") {
    const { id, method } = operation;
    const { ids = {}, options, send } = given;
    const settings = copyCallOptions(id, options);
    for (const [name, value] of Object.entries(ids)) checkPathParameter(id, name, value);
    const body = operation.body ? serializeBody(id, given.body) : null;
    record.path = buildPath(operation.path, ids) + query;
    const all = { ...(body === null ? {} : jsonContent), ...headers, ...settings.headers };
    const sent = identify(all, settings.clientRequestId);
    record.clientRequestId = sent.clientRequestId;
    const turn = transport.enterQueue(method, () => (ids.id ? normalizeId(ids.id) : keySetOf(record.path, body)));
    const call: TransportCall = { record, settings, turn };
    const isLight = !hasMiddleware;
    let received: ReceivedResponse | undefined;
    let failed: unknown;

    // openapi-fetch needs no more of a request and a response than the light ones have.
    async function fetchLight(): Promise<Response> {
      // Not the address of the request: openapi-fetch takes a baseUrl that something added to every object.
      const url = root + record.path;
      received = await transport.send({ url, method, headers: sent.headers, body }, call);
      return new LightResponse(received) as unknown as Response;
    }

    async function fetchReal(request: Request): Promise<Response> {
      received = undefined;
      try {
        const read = await transport.runWithin(call, () => readReal(request));
        received = await transport.send(read, call);
        const response = toResponse(received);
        if (!response) throw createResponseError(record, received, now());
        return response;
      } catch (error) {
        failed = error;
        throw error;
      }
    }

    const sendWith = (fetch: (request: Request) => Promise<Response>) =>
      send({
        parseAs: "text",
        headers: isLight ? {} : sent.headers,
        signal: settings.signal ?? null,
        fetch,
        Request: isLight ? (LightRequest as unknown as typeof Request) : Request,
        bodySerializer: () => body as string,
        querySerializer: () => query.slice(1),
      });

    try {
      if (isLight) {
        const { response } = await sendWith(fetchLight);
        return parseResponse(record, operation, (response as unknown as LightResponse).received, now());
      }
      // Middleware can fail before anything is sent.
      record.requests.push({ headers: sent.headers, body });
      const whole = { fetch: fetchReal, send: sendWith };
      const { data, error, response } = await withinMiddleware(call, transport.runWithin, whole);
      const text = textOf(data ?? error);
      return parseResponse(record, operation, { response, text, cause: received?.cause }, now());
    } catch (thrown) {
      const isOwn = isLight || thrown instanceof KeySetsError || thrown === failed;
      const error = isOwn ? thrown : middlewareError(record, thrown, failed);
      if (!(error instanceof KeySetsError)) throw error;
      transport.report.end(record, error);
      return failure(error, () => received && toResponse(received));
    } finally {
      turn?.end();
    }
  }

  async function readReal(request: Request) {
    const head = readRequest(request, {}, { root, headers: {} });
    return { ...head, body: await head.readBody() };
  }

  function begin(id: OperationId): { operation: Operation; record: CallRecord } {
    const operation = operationOf.get(id) as Operation;
    const { method, path } = operation;
    const { secrets } = transport;
    return { operation, record: startRecord({ operation: id, method, path, secrets }) };
  }

  const methods = createMethods(
    http,
    <Id extends OperationId>(id: Id, given: OperationCall) => {
      const { operation, record } = begin(id);
      // parseResponse has checked it against the contract.
      return run(operation, record, given) as Promise<ResultOf<Id>>;
    },
    <Id extends OperationId>(id: Id, given: OperationCall) => {
      const page = (query?: string): PageCall<Page<unknown>> => {
        const { operation, record } = begin(id);
        return { record, result: run(operation, record, given, query) as PageCall<Page<unknown>>["result"] };
      };
      return createList(page, root) as ListOf<Id>;
    },
  );

  return {
    ...methods,
    use(...added) {
      hasMiddleware = true;
      http.use(...(added as HttpMiddleware[]));
    },
    eject: (...removed) => http.eject(...(removed as HttpMiddleware[])),
  };
}

/** Returns a body as text: openapi-fetch parses the JSON of an error. */
const textOf = (body: unknown): string => (typeof body === "string" ? body : JSON.stringify(body ?? ""));

/** Returns a failed call. Its response isn't shown by `console.log` or JSON: it can repeat what was sent. */
function failure(error: KeySetsError, response: () => Response | undefined): Failure {
  // From here V8 finds the way back to the caller.
  (Error as { captureStackTrace?: (error: Error) => void }).captureStackTrace?.(error);
  let made: { response: Response | undefined } | undefined;
  const get = () => {
    made ??= { response: response() };
    return made.response;
  };
  return Object.defineProperty({ error } as Failure, "response", { get, enumerable: false });
}
