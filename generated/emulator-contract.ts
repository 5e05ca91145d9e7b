// Made from spec/ by "npm run generate". Do not edit.

/** An operation of the contract, as far as the emulator needs it. */
export interface ContractOperation {
  id: string;
  method: string;
  /** Its path template. */
  path: string;
  stage: "current" | "draft" | "undocumented";
  /** The permissions of which one is enough, the least privileged first. None is documented for drafts. */
  scopes: readonly string[];
  /** The members that its body can have. Without a body it's missing. */
  bodyMembers?: readonly string[];
}

/** The operations, in the order of the contract. */
export const contractOperations = [
  {
    "id": "listKeySets",
    "method": "GET",
    "path": "/trustFramework/keySets",
    "stage": "current",
    "scopes": [
      "TrustFrameworkKeySet.Read.All",
      "TrustFrameworkKeySet.ReadWrite.All"
    ]
  },
  {
    "id": "createKeySet",
    "method": "POST",
    "path": "/trustFramework/keySets",
    "stage": "current",
    "scopes": [
      "TrustFrameworkKeySet.ReadWrite.All"
    ],
    "bodyMembers": [
      "@odata.type",
      "id",
      "keys"
    ]
  },
  {
    "id": "updateKeySets",
    "method": "PATCH",
    "path": "/trustFramework/keySets",
    "stage": "draft",
    "scopes": [],
    "bodyMembers": [
      "@odata.type",
      "id",
      "keys"
    ]
  },
  {
    "id": "addKeySetByReference",
    "method": "POST",
    "path": "/trustFramework/keySets/$ref",
    "stage": "draft",
    "scopes": [],
    "bodyMembers": [
      "@odata.type",
      "id",
      "keys"
    ]
  },
  {
    "id": "getKeySet",
    "method": "GET",
    "path": "/trustFramework/keySets/{id}",
    "stage": "current",
    "scopes": [
      "TrustFrameworkKeySet.Read.All",
      "TrustFrameworkKeySet.ReadWrite.All"
    ]
  },
  {
    "id": "replaceKeySet",
    "method": "PUT",
    "path": "/trustFramework/keySets/{id}",
    "stage": "current",
    "scopes": [
      "TrustFrameworkKeySet.ReadWrite.All"
    ],
    "bodyMembers": [
      "@odata.type",
      "id",
      "keys"
    ]
  },
  {
    "id": "deleteKeySet",
    "method": "DELETE",
    "path": "/trustFramework/keySets/{id}",
    "stage": "current",
    "scopes": [
      "TrustFrameworkKeySet.ReadWrite.All"
    ]
  },
  {
    "id": "generateKey",
    "method": "POST",
    "path": "/trustFramework/keySets/{id}/generateKey",
    "stage": "current",
    "scopes": [
      "TrustFrameworkKeySet.ReadWrite.All"
    ],
    "bodyMembers": [
      "use",
      "kty",
      "nbf",
      "exp"
    ]
  },
  {
    "id": "getActiveKey",
    "method": "GET",
    "path": "/trustFramework/keySets/{id}/getActiveKey",
    "stage": "current",
    "scopes": [
      "TrustFrameworkKeySet.Read.All",
      "TrustFrameworkKeySet.ReadWrite.All"
    ]
  },
  {
    "id": "uploadCertificate",
    "method": "POST",
    "path": "/trustFramework/keySets/{id}/uploadCertificate",
    "stage": "current",
    "scopes": [
      "TrustFrameworkKeySet.ReadWrite.All"
    ],
    "bodyMembers": [
      "key"
    ]
  },
  {
    "id": "uploadPkcs12",
    "method": "POST",
    "path": "/trustFramework/keySets/{id}/uploadPkcs12",
    "stage": "current",
    "scopes": [
      "TrustFrameworkKeySet.ReadWrite.All"
    ],
    "bodyMembers": [
      "key",
      "password"
    ]
  },
  {
    "id": "uploadSecret",
    "method": "POST",
    "path": "/trustFramework/keySets/{id}/uploadSecret",
    "stage": "current",
    "scopes": [
      "TrustFrameworkKeySet.ReadWrite.All"
    ],
    "bodyMembers": [
      "use",
      "k",
      "nbf",
      "exp"
    ]
  },
  {
    "id": "listKeys",
    "method": "GET",
    "path": "/trustFramework/keySets/{id}/keys_v2",
    "stage": "undocumented",
    "scopes": []
  },
  {
    "id": "getKey",
    "method": "GET",
    "path": "/trustFramework/keySets/{id}/keys_v2/{kid}",
    "stage": "current",
    "scopes": [
      "TrustFrameworkKeySet.ReadWrite.All"
    ]
  },
  {
    "id": "updateKeyStatus",
    "method": "PATCH",
    "path": "/trustFramework/keySets/{id}/keys_v2/{kid}",
    "stage": "current",
    "scopes": [
      "TrustFrameworkKeySet.ReadWrite.All"
    ],
    "bodyMembers": [
      "status"
    ]
  }
] as const satisfies readonly ContractOperation[];

/** The text of an error that has a code of Azure AD B2C. */
export interface CodeText {
  /** The usual one first. */
  statuses: readonly number[];
  /** With `{0}`, `{1}`, … for values. */
  message: string;
  /** Values as an example. */
  values?: readonly string[];
}

/** The texts by code. A code that has one text for each status has it under the code, a space, and the status. */
export const codeTexts: Record<string, CodeText> = {
  "AADB2C 400": {
    "statuses": [
      400
    ],
    "message": "The 'keySet' field is invalid in request."
  },
  "AADB2C 403": {
    "statuses": [
      403
    ],
    "message": "The application does not have any of the required delegated permissions (TrustFrameworkKeySet.Read.All, TrustFrameworkKeySet.ReadWrite.All) to access the resource."
  },
  "AADB2C90019": {
    "statuses": [
      400
    ],
    "message": "The key container with ID '{0}' in tenant '{1}' does not have a valid key. Reason: {2}.",
    "values": [
      "B2C_1A_keyset1",
      "contoso.onmicrosoft.com",
      "no key is active"
    ]
  },
  "AADB2C90063": {
    "statuses": [
      400,
      500
    ],
    "message": "The B2C service has an internal error."
  },
  "AADB2C90073": {
    "statuses": [
      400
    ],
    "message": "KeyContainer with 'id': '{0}' cannot be found in the directory '{1}'",
    "values": [
      "B2C_1A_keyset1",
      "contoso.onmicrosoft.com"
    ]
  },
  "AADB2C90089": {
    "statuses": [
      400
    ],
    "message": "All the keys in the key container '{2}' must be of the same type. The new key is of type '{1}' but it must be of type '{0}' to be consistent with existing keys.",
    "values": [
      "RSA",
      "oct",
      "B2C_1A_keyset1"
    ]
  },
  "AADB2C90130": {
    "statuses": [
      400
    ],
    "message": "The key container in tenant '{0}' with storageReferenceId '{1}' does not exist.",
    "values": [
      "contoso.onmicrosoft.com",
      "B2C_1A_keyset1"
    ]
  },
  "AADB2C90131": {
    "statuses": [
      400
    ],
    "message": "The key container in tenant '{0}' with storageReferenceId '{1}' does not has a key referenced by '{2}'.",
    "values": [
      "contoso.onmicrosoft.com",
      "B2C_1A_keyset1",
      "kid-value"
    ]
  },
  "AADB2C90136": {
    "statuses": [
      400
    ],
    "message": "The request is missing parameters or has the wrong parameters. '{0}' has the value '{1}'. Expected value is '{2}'.",
    "values": [
      "kty",
      "AES",
      "RSA"
    ]
  },
  "AADB2C90137": {
    "statuses": [
      400
    ],
    "message": "A secure RSA key requires at least {0} bits.",
    "values": [
      "2048"
    ]
  },
  "AADB2C90138": {
    "statuses": [
      400
    ],
    "message": "A secure OCT key requires at least {0} bits.",
    "values": [
      "256"
    ]
  },
  "AADB2C90179": {
    "statuses": [
      400
    ],
    "message": "The presented X509 certificate '{0}' in tenant '{1}' is not a valid X.509 certificate: '{2}'",
    "values": [
      "certificate",
      "contoso.onmicrosoft.com",
      "not base64"
    ]
  },
  "AADB2C90180": {
    "statuses": [
      400
    ],
    "message": "The presented key '{0}' of type '{1}' already exists.",
    "values": [
      "kid-value",
      "RSA"
    ]
  },
  "AADB2C90186": {
    "statuses": [
      400
    ],
    "message": "The input value {0} is null. Please specify a non null value.",
    "values": [
      "use"
    ]
  },
  "AADB2C90205": {
    "statuses": [
      403
    ],
    "message": "This application does not have sufficient permissions against this web resource to perform the operation."
  },
  "AADB2C90213": {
    "statuses": [
      400
    ],
    "message": "The certificate password provided in request is incorrect."
  },
  "AADB2C90214": {
    "statuses": [
      400
    ],
    "message": "The expiry date for the key container in tenant '{0}' with storageReferenceId '{1}' is in the past. Passed date :'{2}'.",
    "values": [
      "contoso.onmicrosoft.com",
      "B2C_1A_keyset1",
      "1508969811"
    ]
  },
  "AADB2C90215": {
    "statuses": [
      400
    ],
    "message": "The uploaded key is badly formatted. Reason: '{0}'.",
    "values": [
      "different use than the new added key"
    ]
  },
  "AADB2C90229": {
    "statuses": [
      429
    ],
    "message": "Azure AD B2C throttled traffic if too many requests are sent from the same source in a short period of time"
  },
  "AADB2C90244": {
    "statuses": [
      429
    ],
    "message": "There are too many requests at this moment. Please wait for some time and try again."
  },
  "AADB2C90253": {
    "statuses": [
      400
    ],
    "message": "The trustframework keyset parameter '{0}' is missing",
    "values": [
      "use"
    ]
  },
  "AADB2C95025": {
    "statuses": [
      400
    ],
    "message": "The presented password for the uploaded certificate is wrong."
  },
  "AADB2C95026": {
    "statuses": [
      400
    ],
    "message": "The uploaded JSON Web Key for tenant '{0}' is not in the correct JSON format.",
    "values": [
      "contoso.onmicrosoft.com"
    ]
  },
  "AADB2C95027": {
    "statuses": [
      400
    ],
    "message": "The trustframework backup key set Id '{0}' must end with .bak.",
    "values": [
      "B2C_1A_keyset1"
    ]
  },
  "AADB2C95028": {
    "statuses": [
      400,
      409
    ],
    "message": "Can't create trustframework key set with name '{0}' because it already exists.",
    "values": [
      "B2C_1A_keyset1"
    ]
  },
  "AADB2C95029": {
    "statuses": [
      400
    ],
    "message": "The trustframework keyset parameter K is not base64 URL encoded."
  },
  "AADB2C95030": {
    "statuses": [
      400
    ],
    "message": "Missing kty parameter for the trustframework key."
  },
  "AADB2C95031": {
    "statuses": [
      400
    ],
    "message": "Bad kty parameter '{0}' for the trustframework key. Must be RSA or oct.",
    "values": [
      "AES"
    ]
  },
  "AADB2C95032": {
    "statuses": [
      400
    ],
    "message": "One can't mix RSA and Oct types in one key set."
  },
  "AADB2C95033": {
    "statuses": [
      400
    ],
    "message": "Bad use parameter '{0}' for the trustframework key.",
    "values": [
      "verify"
    ]
  },
  "AADB2C95034": {
    "statuses": [
      400
    ],
    "message": "The presented TrustFrameworkKey entity is of the wrong format"
  },
  "AADB2C95035": {
    "statuses": [
      400
    ],
    "message": "The trustframework key can't be serialized. Reason: '{0}'.",
    "values": [
      "bad format"
    ]
  },
  "AADB2C95036": {
    "statuses": [
      400
    ],
    "message": "The presented TrustFrameworkKey entity cannot be loaded for serialization."
  },
  "AADB2C95037": {
    "statuses": [
      400
    ],
    "message": "The presented TrustFrameworkKey entity is missing kty."
  },
  "AADB2C95038": {
    "statuses": [
      400
    ],
    "message": "Can't create trustframework key set with name '{0}' because it already exists.",
    "values": [
      "B2C_1A_keyset1"
    ]
  },
  "AADB2C95039": {
    "statuses": [
      400
    ],
    "message": "The presented TrustFrameworkKey RSA entity is missing or the modulus or exponent."
  },
  "AADB2C95040": {
    "statuses": [
      400
    ],
    "message": "The trustframework key can't be deserialized. Reason: '{0}'.",
    "values": [
      "bad format"
    ]
  },
  "AADB2C95041": {
    "statuses": [
      400
    ],
    "message": "The trust framework key K parameter is wrongly encoded. Should be base64 URL encoded."
  },
  "AADB2C95042": {
    "statuses": [
      400
    ],
    "message": "One can't mix signature and encryption usage in one key set."
  },
  "AADB2C95043": {
    "statuses": [
      429
    ],
    "message": "There are too many requests at this moment. Please wait for some time and try again."
  },
  "AADB2C95044": {
    "statuses": [
      400
    ],
    "message": "TenantId passed as part of object is different from login tenant."
  },
  "AADB2C95052": {
    "statuses": [
      400
    ],
    "message": "The trustframework key set with id '{0}' in tenant '{1}' is not created. Please use 'Create api' to create the key set first.",
    "values": [
      "B2C_1A_keyset1",
      "contoso.onmicrosoft.com"
    ]
  },
  "AADB2C95053": {
    "statuses": [
      400,
      409
    ],
    "message": "Multiple concurrent writes to the same object detected. Please perform update operations on the same object sequentially."
  },
  "AADB2C95059": {
    "statuses": [
      400
    ],
    "message": "One of the keys in the payload has 'kid' which is not empty."
  }
};

/** What Microsoft Graph returns with a status whatever the operation is. */
export const statusErrors: Record<number, { code: string; message: string }> = {
  "401": {
    "code": "InvalidAuthenticationToken",
    "message": "Access token is empty."
  },
  "404": {
    "code": "ResourceNotFound",
    "message": "The resource was not found."
  },
  "503": {
    "code": "ServiceUnavailable",
    "message": "The service is temporarily unavailable."
  },
  "504": {
    "code": "GatewayTimeout",
    "message": "The request timed out."
  }
};
