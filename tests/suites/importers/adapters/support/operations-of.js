const isSuccess = (status) => String(status).startsWith("2");

/** The operations of a document without references: what they show of requests and successes, and their permissions. */
export const operationsOf = ({ paths }) =>
  Object.entries(paths).flatMap(([path, { parameters, ...methods }]) =>
    Object.entries(methods).map(([method, { requestBody, responses, security = [] }]) => ({
      operation: `${method.toUpperCase()} ${path}`,
      examples: [
        requestBody,
        ...Object.keys(responses)
          .filter(isSuccess)
          .map((status) => responses[status]),
      ].flatMap((message) =>
        Object.values(message?.content?.["application/json"]?.examples ?? {}).map(({ value }) => value),
      ),
      permissions: security.flatMap((requirement) => Object.values(requirement).flat()),
    })),
  );
