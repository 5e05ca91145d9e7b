// Made from spec/ by "npm run generate". Do not edit.

/** The service root of each national cloud, and the scope of the tokens that it accepts. */
export const clouds = {
  global: { root: "https://graph.microsoft.com/beta", scope: "https://graph.microsoft.com/.default" },
  usGovernmentL4: { root: "https://graph.microsoft.us/beta", scope: "https://graph.microsoft.us/.default" },
  usGovernmentL5: { root: "https://dod-graph.microsoft.us/beta", scope: "https://dod-graph.microsoft.us/.default" },
  china: { root: "https://microsoftgraph.chinacloudapi.cn/beta", scope: "https://microsoftgraph.chinacloudapi.cn/.default" },
};

/** The name of a national cloud. */
export type CloudName = keyof typeof clouds;
