// Made from spec/ by "npm run generate". Do not edit.

import type { Operation } from "../src/operation.js";

/** Every operation of the contract. */
export const operations: Operation[] = [
  { id: "listKeySets", method: "GET", path: "/trustFramework/keySets", status: 200, members: ["value"], isList: true },
  { id: "createKeySet", method: "POST", path: "/trustFramework/keySets", status: 201, body: true, headers: ["Location"], members: ["id"] },
  { id: "updateKeySets", method: "PATCH", path: "/trustFramework/keySets", status: 200, body: true },
  { id: "addKeySetByReference", method: "POST", path: "/trustFramework/keySets/$ref", status: 201, body: true },
  { id: "getKeySet", method: "GET", path: "/trustFramework/keySets/{id}", status: 200, members: ["id"] },
  { id: "replaceKeySet", method: "PUT", path: "/trustFramework/keySets/{id}", status: 200, body: true, members: ["id"] },
  { id: "deleteKeySet", method: "DELETE", path: "/trustFramework/keySets/{id}", status: 204 },
  { id: "generateKey", method: "POST", path: "/trustFramework/keySets/{id}/generateKey", status: 200, body: true, members: ["kty"] },
  { id: "getActiveKey", method: "GET", path: "/trustFramework/keySets/{id}/getActiveKey", status: 200, members: ["kty"] },
  { id: "uploadCertificate", method: "POST", path: "/trustFramework/keySets/{id}/uploadCertificate", status: 200, body: true, members: ["kty"] },
  { id: "uploadPkcs12", method: "POST", path: "/trustFramework/keySets/{id}/uploadPkcs12", status: 200, body: true, members: ["kty"] },
  { id: "uploadSecret", method: "POST", path: "/trustFramework/keySets/{id}/uploadSecret", status: 200, body: true, members: ["kty"] },
  { id: "listKeys", method: "GET", path: "/trustFramework/keySets/{id}/keys_v2", status: 200, members: ["value"], isList: true },
  { id: "getKey", method: "GET", path: "/trustFramework/keySets/{id}/keys_v2/{kid}", status: 200, members: ["kid","kty"] },
  { id: "updateKeyStatus", method: "PATCH", path: "/trustFramework/keySets/{id}/keys_v2/{kid}", status: 204, body: true },
];
