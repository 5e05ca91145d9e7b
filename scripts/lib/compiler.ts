import { createRequire } from "node:module";
import type ts from "typescript";

/** The TypeScript compiler. It is required, because Node.js reads all of it twice for an import, which takes a second. */
export const compiler: typeof ts = createRequire(import.meta.url)("typescript");
