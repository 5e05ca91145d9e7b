export type { TokenScopes } from "./authorization.js";
export type { SwitchableBehavior } from "./behaviors.js";
export { createKeySetsEmulator, type KeySetsEmulator } from "./emulator.js";
export type { ActiveFault, Fault } from "./faults.js";
export type { EmulatedKey } from "./key.js";
export type { ListenOptions, RunningServer } from "./listening.js";
export type { LogEntry } from "./log.js";
export type { EmulatorOptions } from "./options.js";
export type { EmulatorSeed, EmulatorState, SeedKey } from "./state.js";
