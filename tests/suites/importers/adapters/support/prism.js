import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";

/** Starts Prism on a free port of this machine alone. */
export async function startPrism(file, config) {
  const server = createServer(await getHttpOperationsFromSpec(file), {
    cors: false,
    components: { logger: createLogger("Prism", { level: "silent" }) },
    config: { checkSecurity: true, validateRequest: true, validateResponse: true, errors: true, ...config },
  });
  return { base: await server.listen(0, "127.0.0.1"), close: () => server.close() };
}
