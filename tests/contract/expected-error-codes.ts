// Which error codes each operation returns, the most likely first, and with which statuses. error-codes.test.ts compares the contract with
// it.

/** The codes of these numbers; the code without a number is 0. */
const codes = (...numbers: number[]): string[] =>
  numbers.map((number) => (number === 0 ? "AADB2C" : `AADB2C${number}`));

const throttled = codes(90229, 90244, 95043);
const rare = codes(90063).concat(throttled, codes(90205));
const onOneKeySet = codes(0, 90130).concat(rare);
const sendKeys = codes(
  ...[0, 95031, 95033, 95030, 95037, 95032, 95042, 95026, 95029, 95041, 95039, 95034, 95040, 95035, 95036, 95038],
  ...[90137, 90138, 90186, 95044],
);
const addKey = codes(0, 90089, 90136, 90186, 90130, 95053);
const uploadFile = codes(95052, 90215, 95032, 95042, 90253, 90179, 90180, 90137).concat(addKey, rare);

export const expectedErrors: Record<string, string[]> = {
  listKeySets: codes(0).concat(rare),
  createKeySet: codes(95028).concat(sendKeys, codes(95059, 90253, 95053), rare),
  updateKeySets: codes(0).concat(rare),
  addKeySetByReference: codes(0).concat(rare),
  getKeySet: codes(90073).concat(onOneKeySet),
  replaceKeySet: codes(95059, 95052).concat(sendKeys, codes(90253, 90130, 95053), rare),
  deleteKeySet: codes(90073, 95052, 0, 90130, 95027, 95053).concat(rare),
  generateKey: codes(95052, 95032, 95042, 90214, 90253, 95031, 95033, 95030).concat(addKey, rare),
  getActiveKey: codes(90019, 90073).concat(onOneKeySet),
  uploadCertificate: uploadFile,
  uploadPkcs12: codes(90213, 95025).concat(uploadFile),
  uploadSecret: codes(95052, 90063, 95032, 95042, 90214, 95033, 90253, 90138).concat(addKey, throttled, codes(90205)),
  listKeys: codes(90073).concat(onOneKeySet),
  getKey: codes(90073, 90131).concat(onOneKeySet),
  updateKeyStatus: codes(95052, 90131, 0, 90130, 95053).concat(rare),
};

/** The statuses of each code. Most come with 400. */
export const expectedStatuses: Record<string, number[]> = {
  ...Object.fromEntries(Object.values(expectedErrors).flatMap((codes) => codes.map((code) => [code, [400]]))),
  AADB2C: [400, 403],
  AADB2C90063: [400, 500],
  AADB2C90205: [403],
  AADB2C90229: [429],
  AADB2C90244: [429],
  AADB2C95028: [400, 409],
  AADB2C95043: [429],
  AADB2C95053: [400, 409],
};

/** The values that the examples put into the texts of the codes, in the order of the placeholders. */
export const expectedValues: Record<string, string[]> = {
  AADB2C90019: ["B2C_1A_keyset1", "contoso.onmicrosoft.com", "no key is active"],
  AADB2C90073: ["B2C_1A_keyset1", "contoso.onmicrosoft.com"],
  AADB2C90089: ["RSA", "oct", "B2C_1A_keyset1"],
  AADB2C90130: ["contoso.onmicrosoft.com", "B2C_1A_keyset1"],
  AADB2C90131: ["contoso.onmicrosoft.com", "B2C_1A_keyset1", "kid-value"],
  AADB2C90136: ["kty", "AES", "RSA"],
  AADB2C90137: ["2048"],
  AADB2C90138: ["256"],
  AADB2C90179: ["certificate", "contoso.onmicrosoft.com", "not base64"],
  AADB2C90180: ["kid-value", "RSA"],
  AADB2C90186: ["use"],
  AADB2C90214: ["contoso.onmicrosoft.com", "B2C_1A_keyset1", "1508969811"],
  AADB2C90215: ["different use than the new added key"],
  AADB2C90253: ["use"],
  AADB2C95026: ["contoso.onmicrosoft.com"],
  AADB2C95027: ["B2C_1A_keyset1"],
  AADB2C95028: ["B2C_1A_keyset1"],
  AADB2C95031: ["AES"],
  AADB2C95033: ["verify"],
  AADB2C95035: ["bad format"],
  AADB2C95038: ["B2C_1A_keyset1"],
  AADB2C95040: ["bad format"],
  AADB2C95052: ["B2C_1A_keyset1", "contoso.onmicrosoft.com"],
};
