// Runs the bundle in the global scope of an edge worker: with names of the web platform, and without those of Node.js.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const names = ["AbortController", "AbortSignal", "clearTimeout", "console", "crypto", "fetch", "FormData", "Headers"];
names.push("atob", "Request", "Response", "setTimeout", "TextDecoder", "TextEncoder", "URL", "URLSearchParams");
const scope = Object.fromEntries(names.map((name) => [name, globalThis[name]]));
runInContext(readFileSync(process.argv[2], "utf8"), createContext(scope));
