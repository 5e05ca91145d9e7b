import type { OperationId } from "../router.ts";
import type { Handler } from "../tenant.ts";
import { generateKey, uploadCertificate, uploadPkcs12, uploadSecret } from "./added-keys.ts";
import { addKeySetByReference, updateKeySets } from "./drafts.ts";
import { createKeySet, deleteKeySet, getKeySet, listKeySets, replaceKeySet } from "./key-sets.ts";
import { getActiveKey, getKey, listKeys, updateKeyStatus } from "./keys.ts";

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
