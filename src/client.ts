import type { KeySetsClient } from "../generated/client.js";
import { operations } from "../generated/operations.js";
import { createClient } from "./call.js";
import type { KeySetsClientOptions } from "./options.js";

/**
 * Creates a client. Nothing is sent before the first call.
 *
 * @throws TypeError that names the option if it is unknown or its value is invalid: a `baseUrl` that is neither https nor on this
 *   machine, a `token` that no header can carry.
 */
export const createKeySetsClient = (options: KeySetsClientOptions): KeySetsClient => createClient(operations, options);
