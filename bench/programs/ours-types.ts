import type {
  TrustFrameworkKey,
  TrustFrameworkKeySetInput,
  UploadCertificateInput,
} from "trustframework-keysets/types";

export const set: TrustFrameworkKeySetInput = { id: "SigningKeys" };
export const upload = (key: string): UploadCertificateInput => ({ key });
export const kid = (key: TrustFrameworkKey) => key.kid;
