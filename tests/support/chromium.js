import { existsSync } from "node:fs";

const quiet = [
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

/** The options with which playwright-core launches the system's Chromium. */
export function launchOptions(executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium") {
  if (existsSync(executablePath))
    return { executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu", ...quiet] };
  throw new Error(
    `Chromium isn't installed at ${executablePath}. Install it (apt-get install -y chromium), or set CHROMIUM to its path.`,
  );
}
