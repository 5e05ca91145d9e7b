import { isDeepStrictEqual } from "node:util";
import { OpenAPIBackend } from "openapi-backend";
import { jsonHeaders, play } from "./support/exchanges.js";

export async function load(definition, exchanges) {
  const api = new OpenAPIBackend({ definition, quick: true });
  await api.init();
  return play(exchanges, {
    shows({ operationId, status, example, response }) {
      const { mock } = api.mockResponseForOperation(operationId, { code: status, example });
      return response === undefined || isDeepStrictEqual(mock, response);
    },
    accepts({ operationId, method, path, request, status, response }) {
      const sent = api.validateRequest({ method, path, headers: jsonHeaders, body: request }, operationId);
      const returned = response === undefined || api.validateResponse(response, operationId, status).valid;
      return sent.valid && returned;
    },
  });
}
