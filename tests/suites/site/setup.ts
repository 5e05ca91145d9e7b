import { fileURLToPath } from "node:url";
import { installSuite } from "../../../scripts/lib/install-suite.ts";

/** Installs the browser's driver and the accessibility checker before the tests load them. */
export const setup = (): void => installSuite(fileURLToPath(new URL("./", import.meta.url)));
