import { existsSync } from "node:fs";

const quiet = [
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

/** What playwright-core launches the system's Chromium with. */
export function launchOptions(executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium") {
  if (existsSync(executablePath))
    return { executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu", ...quiet] };
  throw new Error(
    `There is no Chromium at ${executablePath}. Install it (apt-get install -y chromium), or name another in the variable CHROMIUM.`,
  );
}
