// Made from spec/ by "npm run generate". Do not edit.

import type { Client } from "openapi-fetch";
import type { CallOperation, ListOperation } from "../src/call-operation.js";
import type { KeySetOperations } from "./client.js";
import type { paths } from "./types.js";

/** Creates a method for each operation. */
export const createMethods = (http: Client<paths>, call: CallOperation, list: ListOperation): KeySetOperations => ({
  listKeySets: (options) =>
    list("listKeySets", { options, send: (init) => http.GET("/trustFramework/keySets", init) }),
  createKeySet: (body, options) =>
    call("createKeySet", { body, options, send: (init) => http.POST("/trustFramework/keySets", { ...init, body }) }),
  updateKeySets: (body, options) =>
    call("updateKeySets", { body, options, send: (init) => http.PATCH("/trustFramework/keySets", { ...init, body }) }),
  addKeySetByReference: (body, options) =>
    call("addKeySetByReference", { body, options, send: (init) => http.POST("/trustFramework/keySets/$ref", { ...init, body }) }),
  getKeySet: (id, options) =>
    call("getKeySet", { ids: { id }, options, send: (init) => http.GET("/trustFramework/keySets/{id}", { ...init, params: { path: { id } } }) }),
  replaceKeySet: (id, body, options) =>
    call("replaceKeySet", { ids: { id }, body, options, send: (init) => http.PUT("/trustFramework/keySets/{id}", { ...init, params: { path: { id } }, body }) }),
  deleteKeySet: (id, options) =>
    call("deleteKeySet", { ids: { id }, options, send: (init) => http.DELETE("/trustFramework/keySets/{id}", { ...init, params: { path: { id } } }) }),
  generateKey: (id, body, options) =>
    call("generateKey", { ids: { id }, body, options, send: (init) => http.POST("/trustFramework/keySets/{id}/generateKey", { ...init, params: { path: { id } }, body }) }),
  getActiveKey: (id, options) =>
    call("getActiveKey", { ids: { id }, options, send: (init) => http.GET("/trustFramework/keySets/{id}/getActiveKey", { ...init, params: { path: { id } } }) }),
  uploadCertificate: (id, body, options) =>
    call("uploadCertificate", { ids: { id }, body, options, send: (init) => http.POST("/trustFramework/keySets/{id}/uploadCertificate", { ...init, params: { path: { id } }, body }) }),
  uploadPkcs12: (id, body, options) =>
    call("uploadPkcs12", { ids: { id }, body, options, send: (init) => http.POST("/trustFramework/keySets/{id}/uploadPkcs12", { ...init, params: { path: { id } }, body }) }),
  uploadSecret: (id, body, options) =>
    call("uploadSecret", { ids: { id }, body, options, send: (init) => http.POST("/trustFramework/keySets/{id}/uploadSecret", { ...init, params: { path: { id } }, body }) }),
  listKeys: (id, options) =>
    list("listKeys", { ids: { id }, options, send: (init) => http.GET("/trustFramework/keySets/{id}/keys_v2", { ...init, params: { path: { id } } }) }),
  getKey: (id, kid, options) =>
    call("getKey", { ids: { id, kid }, options, send: (init) => http.GET("/trustFramework/keySets/{id}/keys_v2/{kid}", { ...init, params: { path: { id, kid } } }) }),
  updateKeyStatus: (id, kid, body, options) =>
    call("updateKeyStatus", { ids: { id, kid }, body, options, send: (init) => http.PATCH("/trustFramework/keySets/{id}/keys_v2/{kid}", { ...init, params: { path: { id, kid } }, body }) }),
});
