import type { operations } from "../../generated/types.js";
import type { List, Result } from "./result.js";

type Responses<Id extends keyof operations> = operations[Id]["responses"];
type SuccessStatus<Id extends keyof operations> = keyof Responses<Id> & (200 | 201 | 204);
type Body<Response> = Response extends { content: { "application/json": infer Data } } ? Data : undefined;
type NamesIn<Headers> = keyof { [Name in keyof Headers as string extends Name ? never : Name]: Headers[Name] };
type Promised<Response> = Response extends { headers: infer Headers }
  ? { [Name in NamesIn<Headers>]: string | undefined }
  : never;

/** What a call of an operation resolves to, by the contract. */
export type ResultOf<Id extends keyof operations> = Result<
  Body<Responses<Id>[SuccessStatus<Id>]>,
  SuccessStatus<Id> & number,
  Promised<Responses<Id>[SuccessStatus<Id>]>
>;

/** The list that a call of an operation returns, by the contract. */
export type ListOf<Id extends keyof operations> =
  Body<Responses<Id>[SuccessStatus<Id>]> extends infer Page extends { value: unknown[] }
    ? List<Page, Page["value"][number]>
    : never;
