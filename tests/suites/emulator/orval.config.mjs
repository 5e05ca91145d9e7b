export const keysets = {
  input: { target: "../../../generated/openapi.json" },
  output: {
    target: "node_modules/.generated/orval.ts",
    client: "fetch",
    baseUrl: { getBaseUrlFromSpecification: false, baseUrl: process.env.BASE_URL },
  },
};
