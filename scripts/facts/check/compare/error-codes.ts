import type { Contract, ErrorCodeEntry, Schema } from "../../../contract/document.ts";
import { joinPointer } from "../../../lib/json-pointer.ts";
import type { ErrorCodes } from "../../other-facts.ts";
import { type Claim, claimAbout, each } from "../claim.ts";

const table = "#/components/schemas/ErrorCode/x-error-codes";

/** Each listed code, with its newest message. */
export function compareErrorCodes({ codes }: ErrorCodes, contract: Contract): Claim[] {
  const schema = contract.components?.schemas?.ErrorCode as
    | (Schema & { "x-error-codes"?: Record<string, ErrorCodeEntry> })
    | undefined;
  return each("/codes", codes, (at, { message, newest }, code) => {
    const entry = schema?.["x-error-codes"]?.[code];
    if (!entry)
      return claimAbout(table)(at, code, { says: `lists ${code}`, met: false, contract: `doesn't list ${code}` });
    const claim = claimAbout(joinPointer(table, code, "message"));
    const text = newest?.message ?? message;
    return claim(at, text, { met: entry.message === text, contract: `says "${entry.message}"`, value: code });
  });
}
