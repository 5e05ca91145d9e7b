import { type CodeText, codeTexts, statusErrors } from "../../generated/emulator-contract.js";

interface ErrorText {
  status: number;
  code: string;
  message: string;
}

/** A failure that the service returns: a status, a code, and a message without anything secret. */
export class ServiceError extends Error {
  readonly status: number;
  readonly code: string;
  /** More headers of the response. */
  readonly headers: Readonly<Record<string, string>>;

  constructor({ status, code, message }: ErrorText, headers: Record<string, string> = {}) {
    super(message);
    this.name = "ServiceError";
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** An error with a code of Azure AD B2C, its listed text filled with the values, and its usual status unless given. */
export function listedError(code: string, values: readonly string[] = [], status?: number): ServiceError {
  const text = textOfCode(code, status);
  if (!text) throw new Error(`The contract doesn't list the code ${code}.`);
  const message = text.message.replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? "");
  return new ServiceError({ status: status ?? text.statuses[0] ?? 400, code, message });
}

/** Some codes have a text for each status. */
function textOfCode(code: string, status = 400): CodeText | undefined {
  const name = [code, `${code} ${status}`].find((each) => Object.hasOwn(codeTexts, each));
  return name === undefined ? undefined : codeTexts[name];
}

/** Whether the contract lists a code with its usual status, so that a failure needs no other. */
export const hasListedText = (code: string): boolean => textOfCode(code) !== undefined;

/** An error of Microsoft Graph itself, as it returns it with a status. */
export function graphError(status: number, headers?: Record<string, string>): ServiceError {
  return new ServiceError({ status, ...textOf(status) }, headers);
}

/** A body that isn't a JSON object of the contract's form. */
export const invalidBody = (): ServiceError => listedError("AADB2C");

/** An error of Microsoft Graph that says what is wrong with the request. */
export const badRequest = (message: string): ServiceError =>
  new ServiceError({ status: 400, code: "BadRequest", message });

/**
 * The error that a fault asks for: its code with the listed text, or what Microsoft Graph returns with its status.
 *
 * @param status 500 unless given, or the usual one of the code.
 */
export function faultError(status: number | undefined, code: string | undefined): ServiceError {
  if (code === undefined) return graphError(status ?? 500);
  const listed = textOfCode(code, status);
  if (listed) return listedError(code, listed.values, status);
  return new ServiceError({ status: status ?? 400, code, message: "The request failed." });
}

// The code that a status comes with when nothing more is known.
const codeOfStatus: Record<number, string> = {
  403: "AADB2C90205",
  409: "AADB2C95053",
  429: "AADB2C90229",
  500: "AADB2C90063",
};

function textOf(status: number): { code: string; message: string } {
  const code = codeOfStatus[status];
  if (code !== undefined) return { code, message: codeTexts[code]?.message ?? "" };
  return statusErrors[status] ?? { code: "UnknownError", message: "The request failed." };
}
