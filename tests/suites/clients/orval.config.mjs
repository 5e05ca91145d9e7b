export const keysets = {
  input: { target: "../../../generated/openapi.json" },
  output: {
    target: "output/orval.ts",
    client: "fetch",
    baseUrl: { getBaseUrlFromSpecification: false, baseUrl: process.env.BASE_URL },
  },
};
