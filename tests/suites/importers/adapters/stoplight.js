import { transformOas3Operations } from "@stoplight/http-spec/oas3";
import { read } from "./support/read.js";

export const load = async (file) => ({
  imported: transformOas3Operations(await read(file)).map(({ method, path, request, responses, security }) => ({
    operation: `${method.toUpperCase()} ${path}`,
    examples: [request?.body, ...responses.filter(({ code }) => code.startsWith("2"))].flatMap(
      (message) => message?.contents?.[0]?.examples.map(({ value }) => value) ?? [],
    ),
    permissions: security
      .flat()
      .flatMap(({ flows }) => Object.values(flows).flatMap(({ scopes }) => Object.keys(scopes))),
  })),
});
