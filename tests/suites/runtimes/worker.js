// Runs the bundle in a global scope such as a worker's at the edge: names of the web platform, and none of Node's.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const names = ["AbortController", "AbortSignal", "clearTimeout", "console", "crypto", "fetch", "FormData", "Headers"];
names.push("Request", "Response", "setTimeout", "TextDecoder", "TextEncoder", "URL", "URLSearchParams");
const scope = Object.fromEntries(names.map((name) => [name, globalThis[name]]));
runInContext(readFileSync(process.argv[2], "utf8"), createContext(scope));
