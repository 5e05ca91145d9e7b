import type { OperationId } from "../router.js";
import type { Handler } from "../tenant.js";
import { generateKey, uploadCertificate, uploadPkcs12, uploadSecret } from "./added-keys.js";
import { addKeySetByReference, updateKeySets } from "./drafts.js";
import { createKeySet, deleteKeySet, getKeySet, listKeySets, replaceKeySet } from "./key-sets.js";
import { getActiveKey, getKey, listKeys, updateKeyStatus } from "./keys.js";

/** What does each operation of the contract. */
export const handlers: Readonly<Record<OperationId, Handler>> = {
  addKeySetByReference,
  createKeySet,
  deleteKeySet,
  generateKey,
  getActiveKey,
  getKey,
  getKeySet,
  listKeySets,
  listKeys,
  replaceKeySet,
  updateKeySets,
  updateKeyStatus,
  uploadCertificate,
  uploadPkcs12,
  uploadSecret,
};
