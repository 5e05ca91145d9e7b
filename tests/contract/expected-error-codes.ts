// Which operations return each error code, with which statuses. error-codes.test.ts compares the contract with it.

interface ExpectedCode {
  operations: string[];
  statuses: number[];
}

const reads = ["listKeySets", "getKeySet", "getActiveKey", "listKeys", "getKey"];
const sendKeys = ["createKeySet", "replaceKeySet"];
const uploadFiles = ["uploadCertificate", "uploadPkcs12"];
const addKey = ["generateKey", ...uploadFiles, "uploadSecret"];
const changeKeySet = ["replaceKeySet", "deleteKeySet", ...addKey, "updateKeyStatus"];
const drafts = ["updateKeySets", "addKeySetByReference"];
const all = [...reads, "createKeySet", ...changeKeySet, ...drafts];
const onOneKeySet = all.filter((id) => !["listKeySets", "createKeySet", ...drafts].includes(id));

const with400 = (operations: string[]): ExpectedCode => ({ operations, statuses: [400] });

export const expectedCodes: Record<string, ExpectedCode> = {
  AADB2C: { operations: all, statuses: [400, 403] },
  AADB2C90019: with400(["getActiveKey"]),
  AADB2C90063: { operations: all, statuses: [400, 500] },
  AADB2C90073: with400(["getKeySet", "getActiveKey", "listKeys", "getKey", "deleteKeySet"]),
  AADB2C90089: with400(addKey),
  AADB2C90130: with400(onOneKeySet),
  AADB2C90131: with400(["getKey", "updateKeyStatus"]),
  AADB2C90136: with400(addKey),
  AADB2C90137: with400([...sendKeys, ...uploadFiles]),
  AADB2C90138: with400([...sendKeys, "uploadSecret"]),
  AADB2C90179: with400(uploadFiles),
  AADB2C90180: with400(uploadFiles),
  AADB2C90186: with400([...sendKeys, ...addKey]),
  AADB2C90205: { operations: all, statuses: [403] },
  AADB2C90213: with400(["uploadPkcs12"]),
  AADB2C90214: with400(["generateKey", "uploadSecret"]),
  AADB2C90215: with400(uploadFiles),
  AADB2C90229: { operations: all, statuses: [429] },
  AADB2C90244: { operations: all, statuses: [429] },
  AADB2C90253: with400([...sendKeys, ...addKey]),
  AADB2C95025: with400(["uploadPkcs12"]),
  AADB2C95026: with400(sendKeys),
  AADB2C95027: with400(["deleteKeySet"]),
  AADB2C95028: { operations: ["createKeySet"], statuses: [400, 409] },
  AADB2C95029: with400(sendKeys),
  AADB2C95030: with400([...sendKeys, "generateKey"]),
  AADB2C95031: with400([...sendKeys, "generateKey"]),
  AADB2C95032: with400([...sendKeys, ...addKey]),
  AADB2C95033: with400([...sendKeys, "generateKey", "uploadSecret"]),
  AADB2C95034: with400(sendKeys),
  AADB2C95035: with400(sendKeys),
  AADB2C95036: with400(sendKeys),
  AADB2C95037: with400(sendKeys),
  AADB2C95038: with400(sendKeys),
  AADB2C95039: with400(sendKeys),
  AADB2C95040: with400(sendKeys),
  AADB2C95041: with400(sendKeys),
  AADB2C95042: with400([...sendKeys, ...addKey]),
  AADB2C95043: { operations: all, statuses: [429] },
  AADB2C95044: with400(sendKeys),
  AADB2C95052: with400(changeKeySet),
  AADB2C95053: { operations: ["createKeySet", ...changeKeySet], statuses: [400, 409] },
  AADB2C95059: with400(sendKeys),
};
