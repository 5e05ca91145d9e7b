import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import commons from "@mockoon/commons"; // a CommonJS module: its ES module doesn't load in Node.js
import { MockoonServer } from "@mockoon/commons-server";
import { isReturnedBy, listening, play } from "./support/exchanges.js";

export async function load(file, exchanges) {
  const text = await readFile(file, "utf8");
  const environment = await new commons.OpenApiConverter().convertFromOpenAPI(text, undefined, {
    disableExternalRefs: true,
  });
  for (const response of environment.routes.flatMap(({ responses }) => responses)) chooseByHeaders(response);
  const base = await freeAddress();
  environment.hostname = base.hostname;
  environment.port = Number(base.port);
  const server = new MockoonServer(environment, { logTransaction: false });
  server.on("error", (code) => console.error(code));
  server.start();
  await once(server, "started");
  return play(exchanges, {
    shows(exchange) {
      const { status, example = "" } = exchange;
      return isReturnedBy(`${base.origin}/${environment.endpointPrefix}`, exchange, {
        "x-chosen": `${status} ${example}`,
      });
    },
  }).finally(() => server.stop());
}

/** Makes a response the one for requests that name its status and its label, which is the name of the document's example. */
function chooseByHeaders(response) {
  const { statusCode, label, body } = response;
  const value = `${statusCode} ${body ? label : ""}`;
  response.rules = [{ target: "header", modifier: "x-chosen", value, operator: "equals", invert: false }];
  response.rulesOperator = "AND";
}

async function freeAddress() {
  const server = createServer();
  const address = new URL(await listening(server));
  await new Promise((resolve) => server.close(resolve));
  return address;
}
