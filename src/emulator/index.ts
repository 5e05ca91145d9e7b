export type { TokenScopes } from "./authorization.ts";
export type { SwitchableBehavior } from "./behaviors.ts";
export { createKeySetsEmulator, type KeySetsEmulator } from "./emulator.ts";
export type { ActiveFault, Fault } from "./faults.ts";
export type { ListenOptions, RunningServer } from "./listening.ts";
export type { LogEntry } from "./log.ts";
export type { EmulatorOptions } from "./options.ts";
export type { EmulatedKey, EmulatorSeed, EmulatorState, SeedKey } from "./state.ts";
