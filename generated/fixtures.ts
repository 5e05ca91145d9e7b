// Made from spec/ by "npm run generate". Do not edit.


// Every key, certificate, password, and secret here is a throw-away, made for these examples alone.

import type { operations } from "./types.ts";

type OperationId = keyof operations;
type Json<Message> = Message extends { content: { "application/json": infer Body } } ? Body : never;
type Responses<Id extends OperationId> = operations[Id]["responses"];
type Success<Id extends OperationId> = Extract<keyof Responses<Id>, 200 | 201 | 204>;

interface Fixture<Id extends OperationId> {
  parameters?: operations[Id]["parameters"]["path"];
  request?: Json<operations[Id]["requestBody"]>;
  status: Success<Id>;
  response?: Json<Responses<Id>[Success<Id>]>;
}

/**
 * List key sets. A key set for token signing, one for token encryption, and one with a client secret.
 */
export const listKeySets = {
  "status": 200,
  "response": {
    "value": [
      {
        "id": "B2C_1A_TokenSigningKeyContainer",
        "keys": [
          {
            "kid": "bwEGviij6i4sFBoQG-hZS9AgzZP8_Obo3hpSD01ITSI",
            "use": "sig",
            "kty": "RSA",
            "nbf": 1893456000,
            "exp": 1924992000,
            "e": "AQAB",
            "n": "02JiBchCGQzpGN9QZhIEd6HHq5kROEAQMLYvYMrZ782XKoPZIvUWiM57REvSHPv6R9VAn0pSzCh15Iwx4mO-c6SqeasJXSPRLywrKoVz2yYMgSDnTvS-ZQ50tTi_P9kGS_rql0C-sQcHlbM5CvUzQDSn1RAAJYjGAjfXjU5UJqRXaydZxJojOqr0QCX91-gCLpCQhJbw-d-zR8lWlNIdeJkXFQlTHwIOMgbdN5E3CCXSV5ZRnKXtuQ2-c-XxzTKPUlU9A-zZBqfu9rrUO1RN0-uT9GgzfHgMbWpAUnrC0zgFNewcgj0RVrBxdSV0EWGjaPGWAaus9oaZ4GX76ypdAQ",
            "status": "enabled"
          },
          {
            "kid": "zR3U5fL0I2SXt0voZpRNW6yjzUtL3JCiLZ1PdqFdOMk",
            "use": "sig",
            "kty": "RSA",
            "nbf": 1769904000,
            "exp": 2085436800,
            "e": "AQAB",
            "n": "uvTm0iXaGiVmRM-eCAwKzmGDUqshPFd1H5tt-Mha_XsIJ893RCpIKSN2tg_y5LdFn651r36LkrlyyOtL8RDX7z3qBnRu6JEtzYImG8VgxSd2nTUuwbDUE9RQ9oUhdJwTPoPr93gNH2jj8B6_q28XaGrYtUoHAPO-qjiU7l82PK3ClAT53a_hd7JgglD-85tf2QdP9Gc4m9nsTOXEmdOQ0k10BKduVlcvwRTQfiwPE-apsf1FvhjYSLNgyb5VlsfA9sP3GOU1rPuxpwGC8viMXx033rQjnGHunS4MjJE84on7rplNFdpnNGma70oQq_1ZNOwlIgZs8JNnzTybkEajSQ",
            "x5c": [
              "MIIDADCCAeigAwIBAgIBATANBgkqhkiG9w0BAQsFADAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwHhcNMjYwMjAxMDAwMDAwWhcNMzYwMjAxMDAwMDAwWjAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQC69ObSJdoaJWZEz54IDArOYYNSqyE8V3Ufm234yFr9ewgnz3dEKkgpI3a2D/Lkt0WfrnWvfouSuXLI60vxENfvPeoGdG7okS3NgiYbxWDFJ3adNS7BsNQT1FD2hSF0nBM+g+v3eA0faOPwHr+rbxdoati1SgcA876qOJTuXzY8rcKUBPndr+F3smCCUP7zm1/ZB0/0Zzib2exM5cSZ05DSTXQEp25WVy/BFNB+LA8T5qmx/UW+GNhIs2DJvlWWx8D2w/cY5TWs+7GnAYLy+IxfHTfetCOcYe6dLgyMkTziifuumU0V2mc0aZrvShCr/Vk07CUiBmzwk2fNPJuQRqNJAgMBAAGjPzA9MAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgeAMB0GA1UdDgQWBBQAwhpPfzYZ5YPDD0YjIvy8ISRQrDANBgkqhkiG9w0BAQsFAAOCAQEAM1tArmMisL7B6ZHyjXetKZFkGG5xYs29DtC24E8qYAfHSJl5uwo8fel2IVWNp/IMGh0HfkmAQNuhF3MrCSuZw63wdZzYTKvRQiDVtvhxHGJzakvGfDxgrWL6naWBXlU3TSEg2lpjcylMNIybM/XhKSPQ/SKWSCg4QDX8fX/2g8tbBFyNJzVtw5YjZsHGIx4bd5qcshFYutE/WA+GN1DI7ttFhHf47ln+VN0WO7Glj3Y3mdDJHppBZGrKAw2iik6neK3Q6uV0DG34r8u9XWfo4YfF569X/lsxc88oDD6MEM9VMI5u1KuvjL1VMtmwLSvD3DhgoEWHgcbvsklZwWsEAw=="
            ],
            "x5t": "ezvmw6q5gQMjOaeRhRbCDq0rCHs",
            "status": "enabled"
          }
        ]
      },
      {
        "id": "B2C_1A_TokenEncryptionKeyContainer",
        "keys": [
          {
            "kid": "b69BIqpI_KUzS608qHe-Txe99tO1UmGFehFsisRYN5w",
            "use": "enc",
            "kty": "RSA",
            "nbf": 1893456000,
            "exp": 1924992000,
            "e": "AQAB",
            "n": "w29LF9CG4oueh9zUYn2hpehF83dlZq7NjO_8io5kLtXIzzaARPMO6PQumq-JeQQ9QdjqDnYTOvKrzr063tCpgBfF6KdRicOVlRXlLIblvfY9EztE2z8apqt0kFaeFwUa3SgHy5Rafh9xgpKQyNR6v2px1y0UVWWed5oIjbHPpdS6g3TQlnu4ZRPsuhabsdGg86XCGnbWKSqtUJZtHlFoqtBJbOIxnhT7UFAYQqvnPNbHHIgrTUYNx2rvWRjH2SB-OoCm9PhOA4DWYOYnXSfwVtSLaoPD9ajPXKqfoK80C4wI2tpi_wYsbn2c7R_KS0aAi99DTVw0TJQcKuSBALm5iw",
            "status": "enabled"
          }
        ]
      },
      {
        "id": "B2C_1A_PartnerClientSecret",
        "keys": [
          {
            "kid": "G5mHkbUIpFOo_MBLUr_xLhPAUXvOorrUj7M4eO-TCzM",
            "use": "sig",
            "kty": "oct",
            "nbf": 1893456000,
            "exp": 1924992000,
            "status": "disabled"
          }
        ]
      }
    ]
  }
} satisfies Fixture<"listKeySets">;

/**
 * Create a key set. Create an empty key set for token signing. The empty key set, with the prefix that the service added.
 */
export const createKeySet = {
  "request": {
    "id": "TokenSigningKeyContainer"
  },
  "status": 201,
  "response": {
    "id": "B2C_1A_TokenSigningKeyContainer",
    "keys": []
  }
} satisfies Fixture<"createKeySet">;

/**
 * Get a key set. A key set with a generated key and the key of a certificate.
 */
export const getKeySet = {
  "parameters": {
    "id": "B2C_1A_TokenSigningKeyContainer"
  },
  "status": 200,
  "response": {
    "id": "B2C_1A_TokenSigningKeyContainer",
    "keys": [
      {
        "kid": "bwEGviij6i4sFBoQG-hZS9AgzZP8_Obo3hpSD01ITSI",
        "use": "sig",
        "kty": "RSA",
        "nbf": 1893456000,
        "exp": 1924992000,
        "e": "AQAB",
        "n": "02JiBchCGQzpGN9QZhIEd6HHq5kROEAQMLYvYMrZ782XKoPZIvUWiM57REvSHPv6R9VAn0pSzCh15Iwx4mO-c6SqeasJXSPRLywrKoVz2yYMgSDnTvS-ZQ50tTi_P9kGS_rql0C-sQcHlbM5CvUzQDSn1RAAJYjGAjfXjU5UJqRXaydZxJojOqr0QCX91-gCLpCQhJbw-d-zR8lWlNIdeJkXFQlTHwIOMgbdN5E3CCXSV5ZRnKXtuQ2-c-XxzTKPUlU9A-zZBqfu9rrUO1RN0-uT9GgzfHgMbWpAUnrC0zgFNewcgj0RVrBxdSV0EWGjaPGWAaus9oaZ4GX76ypdAQ",
        "status": "enabled"
      },
      {
        "kid": "zR3U5fL0I2SXt0voZpRNW6yjzUtL3JCiLZ1PdqFdOMk",
        "use": "sig",
        "kty": "RSA",
        "nbf": 1769904000,
        "exp": 2085436800,
        "e": "AQAB",
        "n": "uvTm0iXaGiVmRM-eCAwKzmGDUqshPFd1H5tt-Mha_XsIJ893RCpIKSN2tg_y5LdFn651r36LkrlyyOtL8RDX7z3qBnRu6JEtzYImG8VgxSd2nTUuwbDUE9RQ9oUhdJwTPoPr93gNH2jj8B6_q28XaGrYtUoHAPO-qjiU7l82PK3ClAT53a_hd7JgglD-85tf2QdP9Gc4m9nsTOXEmdOQ0k10BKduVlcvwRTQfiwPE-apsf1FvhjYSLNgyb5VlsfA9sP3GOU1rPuxpwGC8viMXx033rQjnGHunS4MjJE84on7rplNFdpnNGma70oQq_1ZNOwlIgZs8JNnzTybkEajSQ",
        "x5c": [
          "MIIDADCCAeigAwIBAgIBATANBgkqhkiG9w0BAQsFADAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwHhcNMjYwMjAxMDAwMDAwWhcNMzYwMjAxMDAwMDAwWjAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQC69ObSJdoaJWZEz54IDArOYYNSqyE8V3Ufm234yFr9ewgnz3dEKkgpI3a2D/Lkt0WfrnWvfouSuXLI60vxENfvPeoGdG7okS3NgiYbxWDFJ3adNS7BsNQT1FD2hSF0nBM+g+v3eA0faOPwHr+rbxdoati1SgcA876qOJTuXzY8rcKUBPndr+F3smCCUP7zm1/ZB0/0Zzib2exM5cSZ05DSTXQEp25WVy/BFNB+LA8T5qmx/UW+GNhIs2DJvlWWx8D2w/cY5TWs+7GnAYLy+IxfHTfetCOcYe6dLgyMkTziifuumU0V2mc0aZrvShCr/Vk07CUiBmzwk2fNPJuQRqNJAgMBAAGjPzA9MAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgeAMB0GA1UdDgQWBBQAwhpPfzYZ5YPDD0YjIvy8ISRQrDANBgkqhkiG9w0BAQsFAAOCAQEAM1tArmMisL7B6ZHyjXetKZFkGG5xYs29DtC24E8qYAfHSJl5uwo8fel2IVWNp/IMGh0HfkmAQNuhF3MrCSuZw63wdZzYTKvRQiDVtvhxHGJzakvGfDxgrWL6naWBXlU3TSEg2lpjcylMNIybM/XhKSPQ/SKWSCg4QDX8fX/2g8tbBFyNJzVtw5YjZsHGIx4bd5qcshFYutE/WA+GN1DI7ttFhHf47ln+VN0WO7Glj3Y3mdDJHppBZGrKAw2iik6neK3Q6uV0DG34r8u9XWfo4YfF569X/lsxc88oDD6MEM9VMI5u1KuvjL1VMtmwLSvD3DhgoEWHgcbvsklZwWsEAw=="
        ],
        "x5t": "ezvmw6q5gQMjOaeRhRbCDq0rCHs",
        "status": "enabled"
      }
    ]
  }
} satisfies Fixture<"getKeySet">;

/**
 * Replace a key set. Keep only the key of the certificate. The body contains its private key. The key set with only the key of the certificate, without its private key.
 */
export const replaceKeySet = {
  "parameters": {
    "id": "B2C_1A_TokenSigningKeyContainer"
  },
  "request": {
    "id": "B2C_1A_TokenSigningKeyContainer",
    "keys": [
      {
        "use": "sig",
        "kty": "RSA",
        "n": "uvTm0iXaGiVmRM-eCAwKzmGDUqshPFd1H5tt-Mha_XsIJ893RCpIKSN2tg_y5LdFn651r36LkrlyyOtL8RDX7z3qBnRu6JEtzYImG8VgxSd2nTUuwbDUE9RQ9oUhdJwTPoPr93gNH2jj8B6_q28XaGrYtUoHAPO-qjiU7l82PK3ClAT53a_hd7JgglD-85tf2QdP9Gc4m9nsTOXEmdOQ0k10BKduVlcvwRTQfiwPE-apsf1FvhjYSLNgyb5VlsfA9sP3GOU1rPuxpwGC8viMXx033rQjnGHunS4MjJE84on7rplNFdpnNGma70oQq_1ZNOwlIgZs8JNnzTybkEajSQ",
        "e": "AQAB",
        "d": "Ejbj-htn-V4lbZTQr7YEo4DKm5ZCoa9foNmyyCc0_jcrXz2OQBzidOeYnDpHjtLwPJNxscxhasUYksyh1HWwpAVjNIfJem0SilAgyFndiLfEjaJt0L8ammf4D1x_Gu5Nzaxqo-yVUrcUZgOI5vnmzOyD-n2g2w3kSI9Eq0ipbxXP3siSiG44c2gh_qrkDLziSeV6yYET5VOKBopQpgtNC3JRianAl6iGL5oThZWcZFbKh8q58YmXlNEho3n8CHsqn7jqM5SRBviWA7kGFXRI3Jb4LLqkOXcSWzoUZrrXn5F8JS0CbBzQ1z2QKrTUIsaMwJZMf6XXaD07uLbcEhCa0Q",
        "p": "8w7yrI3xVSe7cIkhFP4p6k3AI2S-7BuToOUJzZHiFUmjjY7GOsz1cbxWpibJFklcaYZm_am-CaM69DgXIj79YReNIkiSjfAoTETIYiHkPWol2AKWXig1UQwZqhnfI6uQY2rMIzHU51M6VpKDpks6f52u4oYQlon_p04hbqd-tSU",
        "q": "xOk_orYnepDQMMXzn7g47PPkebPeIQXj7hBSCLz4Nvu4A5HGAeJD9WxgD1TlPPPzJEgVY9qjVRrqyz8dYIzd76dC8Vc_lhMfnYC7rpHgX8LlTTApHqia9hUNLrwEjsD5XZ74CkqxTdcQlC2-uUx8dsDvWqrxGq1wB6AUh0i9JlU",
        "dp": "ReXzlfoQABw4BEn7UI0zQqVvbv5HBaF8mBWl9w9QBC00Mr5vdXOB1l6CUK_wvk8Em3hCYAqTkzP0_UywInIY7fYW6VgThWweOqjBM69pctv23CMKWTOY-aDQNKHSEPECygRphmmLP6corMLfx0_1F8QiChTh6ljvQ47tgGP8xV0",
        "dq": "eeehQt2ccU_H4_oZCm-lpmSTtRi60xzvcEngT5KV5IxP7r3HpRDsW7tdeQBo7yRkCbkqrOgFqEGCzJNlX4m2OJEHa5xFPGbYcszo5HlhPEfPZ8sCGf3t-Z0szRsPg0VK3D_3dX-qZvNXSzVK1zLX9zkYtbwQiiCHs-DR9LL-jwU",
        "qi": "qlTaYV0Qg3JjIascDFktStTu0dvBy-fF3oyf9hepvVVHuV4kM2EUvH9AY7x5Pn61hdnHqmgeTEI0Gx3dCuoeystQUB-WqW-D05xObnFeUC3DfWEeJnrJayhw7CSdjIFSQN_gHLhy4K6CLb9sepoBN5-mjWErilRxGhnHurvyUiE",
        "x5c": [
          "MIIDADCCAeigAwIBAgIBATANBgkqhkiG9w0BAQsFADAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwHhcNMjYwMjAxMDAwMDAwWhcNMzYwMjAxMDAwMDAwWjAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQC69ObSJdoaJWZEz54IDArOYYNSqyE8V3Ufm234yFr9ewgnz3dEKkgpI3a2D/Lkt0WfrnWvfouSuXLI60vxENfvPeoGdG7okS3NgiYbxWDFJ3adNS7BsNQT1FD2hSF0nBM+g+v3eA0faOPwHr+rbxdoati1SgcA876qOJTuXzY8rcKUBPndr+F3smCCUP7zm1/ZB0/0Zzib2exM5cSZ05DSTXQEp25WVy/BFNB+LA8T5qmx/UW+GNhIs2DJvlWWx8D2w/cY5TWs+7GnAYLy+IxfHTfetCOcYe6dLgyMkTziifuumU0V2mc0aZrvShCr/Vk07CUiBmzwk2fNPJuQRqNJAgMBAAGjPzA9MAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgeAMB0GA1UdDgQWBBQAwhpPfzYZ5YPDD0YjIvy8ISRQrDANBgkqhkiG9w0BAQsFAAOCAQEAM1tArmMisL7B6ZHyjXetKZFkGG5xYs29DtC24E8qYAfHSJl5uwo8fel2IVWNp/IMGh0HfkmAQNuhF3MrCSuZw63wdZzYTKvRQiDVtvhxHGJzakvGfDxgrWL6naWBXlU3TSEg2lpjcylMNIybM/XhKSPQ/SKWSCg4QDX8fX/2g8tbBFyNJzVtw5YjZsHGIx4bd5qcshFYutE/WA+GN1DI7ttFhHf47ln+VN0WO7Glj3Y3mdDJHppBZGrKAw2iik6neK3Q6uV0DG34r8u9XWfo4YfF569X/lsxc88oDD6MEM9VMI5u1KuvjL1VMtmwLSvD3DhgoEWHgcbvsklZwWsEAw=="
        ],
        "x5t": "ezvmw6q5gQMjOaeRhRbCDq0rCHs"
      }
    ]
  },
  "status": 200,
  "response": {
    "id": "B2C_1A_TokenSigningKeyContainer",
    "keys": [
      {
        "kid": "zR3U5fL0I2SXt0voZpRNW6yjzUtL3JCiLZ1PdqFdOMk",
        "use": "sig",
        "kty": "RSA",
        "nbf": 1769904000,
        "exp": 2085436800,
        "e": "AQAB",
        "n": "uvTm0iXaGiVmRM-eCAwKzmGDUqshPFd1H5tt-Mha_XsIJ893RCpIKSN2tg_y5LdFn651r36LkrlyyOtL8RDX7z3qBnRu6JEtzYImG8VgxSd2nTUuwbDUE9RQ9oUhdJwTPoPr93gNH2jj8B6_q28XaGrYtUoHAPO-qjiU7l82PK3ClAT53a_hd7JgglD-85tf2QdP9Gc4m9nsTOXEmdOQ0k10BKduVlcvwRTQfiwPE-apsf1FvhjYSLNgyb5VlsfA9sP3GOU1rPuxpwGC8viMXx033rQjnGHunS4MjJE84on7rplNFdpnNGma70oQq_1ZNOwlIgZs8JNnzTybkEajSQ",
        "x5c": [
          "MIIDADCCAeigAwIBAgIBATANBgkqhkiG9w0BAQsFADAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwHhcNMjYwMjAxMDAwMDAwWhcNMzYwMjAxMDAwMDAwWjAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQC69ObSJdoaJWZEz54IDArOYYNSqyE8V3Ufm234yFr9ewgnz3dEKkgpI3a2D/Lkt0WfrnWvfouSuXLI60vxENfvPeoGdG7okS3NgiYbxWDFJ3adNS7BsNQT1FD2hSF0nBM+g+v3eA0faOPwHr+rbxdoati1SgcA876qOJTuXzY8rcKUBPndr+F3smCCUP7zm1/ZB0/0Zzib2exM5cSZ05DSTXQEp25WVy/BFNB+LA8T5qmx/UW+GNhIs2DJvlWWx8D2w/cY5TWs+7GnAYLy+IxfHTfetCOcYe6dLgyMkTziifuumU0V2mc0aZrvShCr/Vk07CUiBmzwk2fNPJuQRqNJAgMBAAGjPzA9MAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgeAMB0GA1UdDgQWBBQAwhpPfzYZ5YPDD0YjIvy8ISRQrDANBgkqhkiG9w0BAQsFAAOCAQEAM1tArmMisL7B6ZHyjXetKZFkGG5xYs29DtC24E8qYAfHSJl5uwo8fel2IVWNp/IMGh0HfkmAQNuhF3MrCSuZw63wdZzYTKvRQiDVtvhxHGJzakvGfDxgrWL6naWBXlU3TSEg2lpjcylMNIybM/XhKSPQ/SKWSCg4QDX8fX/2g8tbBFyNJzVtw5YjZsHGIx4bd5qcshFYutE/WA+GN1DI7ttFhHf47ln+VN0WO7Glj3Y3mdDJHppBZGrKAw2iik6neK3Q6uV0DG34r8u9XWfo4YfF569X/lsxc88oDD6MEM9VMI5u1KuvjL1VMtmwLSvD3DhgoEWHgcbvsklZwWsEAw=="
        ],
        "x5t": "ezvmw6q5gQMjOaeRhRbCDq0rCHs",
        "status": "enabled"
      }
    ]
  }
} satisfies Fixture<"replaceKeySet">;

/**
 * Delete a key set.
 */
export const deleteKeySet = {
  "parameters": {
    "id": "B2C_1A_TokenSigningKeyContainer"
  },
  "status": 204
} satisfies Fixture<"deleteKeySet">;

/**
 * Generate a key. Generate an RSA signing key that becomes valid later. The public properties of the generated RSA key.
 */
export const generateKey = {
  "parameters": {
    "id": "B2C_1A_TokenSigningKeyContainer"
  },
  "request": {
    "use": "sig",
    "kty": "RSA",
    "nbf": 1893456000,
    "exp": 1924992000
  },
  "status": 200,
  "response": {
    "kid": "bwEGviij6i4sFBoQG-hZS9AgzZP8_Obo3hpSD01ITSI",
    "use": "sig",
    "kty": "RSA",
    "nbf": 1893456000,
    "exp": 1924992000,
    "e": "AQAB",
    "n": "02JiBchCGQzpGN9QZhIEd6HHq5kROEAQMLYvYMrZ782XKoPZIvUWiM57REvSHPv6R9VAn0pSzCh15Iwx4mO-c6SqeasJXSPRLywrKoVz2yYMgSDnTvS-ZQ50tTi_P9kGS_rql0C-sQcHlbM5CvUzQDSn1RAAJYjGAjfXjU5UJqRXaydZxJojOqr0QCX91-gCLpCQhJbw-d-zR8lWlNIdeJkXFQlTHwIOMgbdN5E3CCXSV5ZRnKXtuQ2-c-XxzTKPUlU9A-zZBqfu9rrUO1RN0-uT9GgzfHgMbWpAUnrC0zgFNewcgj0RVrBxdSV0EWGjaPGWAaus9oaZ4GX76ypdAQ",
    "status": "enabled"
  }
} satisfies Fixture<"generateKey">;

/**
 * Get the active key. The key of the certificate, which is valid now.
 */
export const getActiveKey = {
  "parameters": {
    "id": "B2C_1A_TokenSigningKeyContainer"
  },
  "status": 200,
  "response": {
    "kid": "zR3U5fL0I2SXt0voZpRNW6yjzUtL3JCiLZ1PdqFdOMk",
    "use": "sig",
    "kty": "RSA",
    "nbf": 1769904000,
    "exp": 2085436800,
    "e": "AQAB",
    "n": "uvTm0iXaGiVmRM-eCAwKzmGDUqshPFd1H5tt-Mha_XsIJ893RCpIKSN2tg_y5LdFn651r36LkrlyyOtL8RDX7z3qBnRu6JEtzYImG8VgxSd2nTUuwbDUE9RQ9oUhdJwTPoPr93gNH2jj8B6_q28XaGrYtUoHAPO-qjiU7l82PK3ClAT53a_hd7JgglD-85tf2QdP9Gc4m9nsTOXEmdOQ0k10BKduVlcvwRTQfiwPE-apsf1FvhjYSLNgyb5VlsfA9sP3GOU1rPuxpwGC8viMXx033rQjnGHunS4MjJE84on7rplNFdpnNGma70oQq_1ZNOwlIgZs8JNnzTybkEajSQ",
    "x5c": [
      "MIIDADCCAeigAwIBAgIBATANBgkqhkiG9w0BAQsFADAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwHhcNMjYwMjAxMDAwMDAwWhcNMzYwMjAxMDAwMDAwWjAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQC69ObSJdoaJWZEz54IDArOYYNSqyE8V3Ufm234yFr9ewgnz3dEKkgpI3a2D/Lkt0WfrnWvfouSuXLI60vxENfvPeoGdG7okS3NgiYbxWDFJ3adNS7BsNQT1FD2hSF0nBM+g+v3eA0faOPwHr+rbxdoati1SgcA876qOJTuXzY8rcKUBPndr+F3smCCUP7zm1/ZB0/0Zzib2exM5cSZ05DSTXQEp25WVy/BFNB+LA8T5qmx/UW+GNhIs2DJvlWWx8D2w/cY5TWs+7GnAYLy+IxfHTfetCOcYe6dLgyMkTziifuumU0V2mc0aZrvShCr/Vk07CUiBmzwk2fNPJuQRqNJAgMBAAGjPzA9MAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgeAMB0GA1UdDgQWBBQAwhpPfzYZ5YPDD0YjIvy8ISRQrDANBgkqhkiG9w0BAQsFAAOCAQEAM1tArmMisL7B6ZHyjXetKZFkGG5xYs29DtC24E8qYAfHSJl5uwo8fel2IVWNp/IMGh0HfkmAQNuhF3MrCSuZw63wdZzYTKvRQiDVtvhxHGJzakvGfDxgrWL6naWBXlU3TSEg2lpjcylMNIybM/XhKSPQ/SKWSCg4QDX8fX/2g8tbBFyNJzVtw5YjZsHGIx4bd5qcshFYutE/WA+GN1DI7ttFhHf47ln+VN0WO7Glj3Y3mdDJHppBZGrKAw2iik6neK3Q6uV0DG34r8u9XWfo4YfF569X/lsxc88oDD6MEM9VMI5u1KuvjL1VMtmwLSvD3DhgoEWHgcbvsklZwWsEAw=="
    ],
    "x5t": "ezvmw6q5gQMjOaeRhRbCDq0rCHs",
    "status": "enabled"
  }
} satisfies Fixture<"getActiveKey">;

/**
 * Upload a certificate. Upload a self-signed certificate. The key of the certificate, with the lifetime of the certificate. It starts disabled.
 */
export const uploadCertificate = {
  "parameters": {
    "id": "B2C_1A_TokenSigningKeyContainer"
  },
  "request": {
    "key": "MIIDADCCAeigAwIBAgIBATANBgkqhkiG9w0BAQsFADAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwHhcNMjYwMjAxMDAwMDAwWhcNMzYwMjAxMDAwMDAwWjAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQC69ObSJdoaJWZEz54IDArOYYNSqyE8V3Ufm234yFr9ewgnz3dEKkgpI3a2D/Lkt0WfrnWvfouSuXLI60vxENfvPeoGdG7okS3NgiYbxWDFJ3adNS7BsNQT1FD2hSF0nBM+g+v3eA0faOPwHr+rbxdoati1SgcA876qOJTuXzY8rcKUBPndr+F3smCCUP7zm1/ZB0/0Zzib2exM5cSZ05DSTXQEp25WVy/BFNB+LA8T5qmx/UW+GNhIs2DJvlWWx8D2w/cY5TWs+7GnAYLy+IxfHTfetCOcYe6dLgyMkTziifuumU0V2mc0aZrvShCr/Vk07CUiBmzwk2fNPJuQRqNJAgMBAAGjPzA9MAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgeAMB0GA1UdDgQWBBQAwhpPfzYZ5YPDD0YjIvy8ISRQrDANBgkqhkiG9w0BAQsFAAOCAQEAM1tArmMisL7B6ZHyjXetKZFkGG5xYs29DtC24E8qYAfHSJl5uwo8fel2IVWNp/IMGh0HfkmAQNuhF3MrCSuZw63wdZzYTKvRQiDVtvhxHGJzakvGfDxgrWL6naWBXlU3TSEg2lpjcylMNIybM/XhKSPQ/SKWSCg4QDX8fX/2g8tbBFyNJzVtw5YjZsHGIx4bd5qcshFYutE/WA+GN1DI7ttFhHf47ln+VN0WO7Glj3Y3mdDJHppBZGrKAw2iik6neK3Q6uV0DG34r8u9XWfo4YfF569X/lsxc88oDD6MEM9VMI5u1KuvjL1VMtmwLSvD3DhgoEWHgcbvsklZwWsEAw=="
  },
  "status": 200,
  "response": {
    "kid": "zR3U5fL0I2SXt0voZpRNW6yjzUtL3JCiLZ1PdqFdOMk",
    "use": "sig",
    "kty": "RSA",
    "nbf": 1769904000,
    "exp": 2085436800,
    "e": "AQAB",
    "n": "uvTm0iXaGiVmRM-eCAwKzmGDUqshPFd1H5tt-Mha_XsIJ893RCpIKSN2tg_y5LdFn651r36LkrlyyOtL8RDX7z3qBnRu6JEtzYImG8VgxSd2nTUuwbDUE9RQ9oUhdJwTPoPr93gNH2jj8B6_q28XaGrYtUoHAPO-qjiU7l82PK3ClAT53a_hd7JgglD-85tf2QdP9Gc4m9nsTOXEmdOQ0k10BKduVlcvwRTQfiwPE-apsf1FvhjYSLNgyb5VlsfA9sP3GOU1rPuxpwGC8viMXx033rQjnGHunS4MjJE84on7rplNFdpnNGma70oQq_1ZNOwlIgZs8JNnzTybkEajSQ",
    "x5c": [
      "MIIDADCCAeigAwIBAgIBATANBgkqhkiG9w0BAQsFADAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwHhcNMjYwMjAxMDAwMDAwWhcNMzYwMjAxMDAwMDAwWjAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQC69ObSJdoaJWZEz54IDArOYYNSqyE8V3Ufm234yFr9ewgnz3dEKkgpI3a2D/Lkt0WfrnWvfouSuXLI60vxENfvPeoGdG7okS3NgiYbxWDFJ3adNS7BsNQT1FD2hSF0nBM+g+v3eA0faOPwHr+rbxdoati1SgcA876qOJTuXzY8rcKUBPndr+F3smCCUP7zm1/ZB0/0Zzib2exM5cSZ05DSTXQEp25WVy/BFNB+LA8T5qmx/UW+GNhIs2DJvlWWx8D2w/cY5TWs+7GnAYLy+IxfHTfetCOcYe6dLgyMkTziifuumU0V2mc0aZrvShCr/Vk07CUiBmzwk2fNPJuQRqNJAgMBAAGjPzA9MAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgeAMB0GA1UdDgQWBBQAwhpPfzYZ5YPDD0YjIvy8ISRQrDANBgkqhkiG9w0BAQsFAAOCAQEAM1tArmMisL7B6ZHyjXetKZFkGG5xYs29DtC24E8qYAfHSJl5uwo8fel2IVWNp/IMGh0HfkmAQNuhF3MrCSuZw63wdZzYTKvRQiDVtvhxHGJzakvGfDxgrWL6naWBXlU3TSEg2lpjcylMNIybM/XhKSPQ/SKWSCg4QDX8fX/2g8tbBFyNJzVtw5YjZsHGIx4bd5qcshFYutE/WA+GN1DI7ttFhHf47ln+VN0WO7Glj3Y3mdDJHppBZGrKAw2iik6neK3Q6uV0DG34r8u9XWfo4YfF569X/lsxc88oDD6MEM9VMI5u1KuvjL1VMtmwLSvD3DhgoEWHgcbvsklZwWsEAw=="
    ],
    "x5t": "ezvmw6q5gQMjOaeRhRbCDq0rCHs",
    "status": "disabled"
  }
} satisfies Fixture<"uploadCertificate">;

/**
 * Upload a PKCS #12 file. Upload the certificate with its private key, in a file that uses TripleDES and SHA-1. The key of the certificate, without its private key. It starts disabled.
 */
export const uploadPkcs12 = {
  "parameters": {
    "id": "B2C_1A_TokenSigningKeyContainer"
  },
  "request": {
    "key": "MIIJCQIBAzCCCM8GCSqGSIb3DQEHAaCCCMAEggi8MIIIuDCCA28GCSqGSIb3DQEHAaCCA2AEggNcMIIDWDCCA1QGCyqGSIb3DQEMCgEDoIIDHDCCAxgGCiqGSIb3DQEJFgGgggMIBIIDBDCCAwAwggHooAMCAQICAQEwDQYJKoZIhvcNAQELBQAwIzEhMB8GA1UEAxMYVGhyb3ctYXdheSB0b2tlbiBzaWduaW5nMB4XDTI2MDIwMTAwMDAwMFoXDTM2MDIwMTAwMDAwMFowIzEhMB8GA1UEAxMYVGhyb3ctYXdheSB0b2tlbiBzaWduaW5nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuvTm0iXaGiVmRM+eCAwKzmGDUqshPFd1H5tt+Mha/XsIJ893RCpIKSN2tg/y5LdFn651r36LkrlyyOtL8RDX7z3qBnRu6JEtzYImG8VgxSd2nTUuwbDUE9RQ9oUhdJwTPoPr93gNH2jj8B6/q28XaGrYtUoHAPO+qjiU7l82PK3ClAT53a/hd7JgglD+85tf2QdP9Gc4m9nsTOXEmdOQ0k10BKduVlcvwRTQfiwPE+apsf1FvhjYSLNgyb5VlsfA9sP3GOU1rPuxpwGC8viMXx033rQjnGHunS4MjJE84on7rplNFdpnNGma70oQq/1ZNOwlIgZs8JNnzTybkEajSQIDAQABoz8wPTAMBgNVHRMBAf8EAjAAMA4GA1UdDwEB/wQEAwIHgDAdBgNVHQ4EFgQUAMIaT382GeWDww9GIyL8vCEkUKwwDQYJKoZIhvcNAQELBQADggEBADNbQK5jIrC+wemR8o13rSmRZBhucWLNvQ7QtuBPKmAHx0iZebsKPH3pdiFVjafyDBodB35JgEDboRdzKwkrmcOt8HWc2Eyr0UIg1bb4cRxic2pLxnw8YK1i+p2lgV5VN00hINpaY3MpTDSMmzP14Skj0P0ilkgoOEA1/H1/9oPLWwRcjSc1bcOWI2bBxiMeG3eanLIRWLrRP1gPhjdQyO7bRYR3+O5Z/lTdFjuxpY92N5nQyR6aQWRqygMNoopOp3it0OrldAxt+K/LvV1n6OGHxeevV/5bMXPPKAw+jBDPVTCObtSrr4y9VTLZsC0rw9w4YKBFh4HG77JJWcFrBAMxJTAjBgkqhkiG9w0BCRUxFgQUezvmw6q5gQMjOaeRhRbCDq0rCHswggVBBgkqhkiG9w0BBwGgggUyBIIFLjCCBSowggUmBgsqhkiG9w0BDAoBAqCCBO4wggTqMBwGCiqGSIb3DQEMAQMwDgQISUxXnJjzLfoCAggABIIEyGQoG+2saFeQiCQguWKNhURmdFc3x8XNbelLq4Rp2UggxMyt6twhuJkS1/nEXwfpVDVnMnX10PFutRgOlYRiT0O5DaRZgDuVX882hS+ANMBlo6gNrddaqinJMBGyD+FPNbVQFAplxFkInY+f7yAcfAlR45vQ9So9BeXNfS4mFno4p4P6IwhjX0LsHSFEzqJ04OuRPfS1lpDZ1H+DXclPc0GQUT1A2QmgHBRFBLX3DuNAs1Ql2v4C2pNiqjWa0kNfAfscALkP71ZJEyMw7t/3s6nRSzCpCTQWlhvrI4FCG8bvpFD5/Edqk2PI+pVkcQWj0EyenS+b5TSPvOD1bhr1Zk2wS4eGvEaEjP/fI1kQu7cKioOwzj9qFUPgTRykDbGrzE9vjdjMhHldmDIm5ygyU+GDpZYN2a2ic1Ltwvj5lXdG2FVRD0lvJdOyKh9LC9SJnv6lv1Yq+XrgVPv4M97UeCRENOOiKymBIH4LFplqPZUE7u85izAwJRi7w1hkxc03YG4HDkGvAyfqKTZ97/NxBRJFeaD2ay0WLE80mB0/0nPUaNj5Dq7mUnyeze45zWIn3JtCgZBiMvs+2JsSb1TwCazQorqbIXlSTV+Q4T3VNpt21jxox1q5B+CoF/0qCIgCYCeJksvMHmGwhvUHvqXAjH81jiatGv8fPF5PRxNjczmyWp+30qkGYIuyKpJal1bq0wddKau486tECyTXuxJ6XPrIQ0lD1MefK5NmaFoTlFmV7Xu2Da9Ff+Ng0/32fj3M06cmzlL2RH+7G53xXl9zjbyDWSCFgiQwsAnstGzUAmxTE0b41nr3ljWVer8x3L1tlVgePPyUGBxdBhVMbUnUdtOUIYaWos6H6Zt13R8y89BNy3/FJGde5Y/HwVy4w3X3OC+5JkbiOo8kZOjprnNeAeNLqyYHI2hr2EBj/Rur6vW2FmyHSeduODqMS64qPc3EC7gx6Oxvobw9OyzXkFJRaAt64vvvI3b5m1MdZR8FINzsUQKzsJHt4d0bz+pzFt20GLobJb5qFL+e8PH5YGXi2BieF2rgUtOaxaID363eTgeBySK461xKDQXRY1AVkEwvnkyzbVbi1/HjXhGlo1ZFmVhZFi8A1CezaxRkmJfc5sQXiPgWL4bWey5rHKc8b3ZCxPWY+C9Qx5xAjjH0NexKC0OfjsBLZKSS73AyBO1yhFBZrPYOps60ItX4AZsvUQ2rGr1Xq/F5+KiqnBVGi6Tg+wKTidqyhv7yGLxW4HgXW2MOq7IuGni937NZVZWwFqjiZkSRuHk3P/zGqk7VSlN/SghRcRzXSJoz/dkYZLBQaczMBeJUFZtE7+P4QuUuaZwjmaiC98EmhpazIIVD6f84qR6LSYbc0iYtF1A2OL1bhUBcUnGk6fAy9HL+sNNJNbhMQrI2wC/p9uOtTOQ1ecYgfnkuPEGb50vbO/q5SDtwlL5VMZkpAr0BMrKA+SVEGE2LN9GOnTdUBCp4Z9tHVR4XjzC2snvwdtmXJifWsNEmrF4JMUmvr5Xojfs7WK3fI2tGzuKkJneD6qzoTl5bvEZ4MIRojlTqp4n6SPfx/4FxlSLt79MjVaof/owv9aDquYJKK3ivhDrAFlrZ8A3WO2r0DBYSw5rioFKFqzElMCMGCSqGSIb3DQEJFTEWBBR7O+bDqrmBAyM5p5GFFsIOrSsIezAxMCEwCQYFKw4DAhoFAAQUt79CV9jJJ8Ldt4qcForjJhpD5eAECNTHSfwkB3r3AgIIAA==",
    "password": "XrN3dzPlhDv0vpS0"
  },
  "status": 200,
  "response": {
    "kid": "zR3U5fL0I2SXt0voZpRNW6yjzUtL3JCiLZ1PdqFdOMk",
    "use": "sig",
    "kty": "RSA",
    "nbf": 1769904000,
    "exp": 2085436800,
    "e": "AQAB",
    "n": "uvTm0iXaGiVmRM-eCAwKzmGDUqshPFd1H5tt-Mha_XsIJ893RCpIKSN2tg_y5LdFn651r36LkrlyyOtL8RDX7z3qBnRu6JEtzYImG8VgxSd2nTUuwbDUE9RQ9oUhdJwTPoPr93gNH2jj8B6_q28XaGrYtUoHAPO-qjiU7l82PK3ClAT53a_hd7JgglD-85tf2QdP9Gc4m9nsTOXEmdOQ0k10BKduVlcvwRTQfiwPE-apsf1FvhjYSLNgyb5VlsfA9sP3GOU1rPuxpwGC8viMXx033rQjnGHunS4MjJE84on7rplNFdpnNGma70oQq_1ZNOwlIgZs8JNnzTybkEajSQ",
    "x5c": [
      "MIIDADCCAeigAwIBAgIBATANBgkqhkiG9w0BAQsFADAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwHhcNMjYwMjAxMDAwMDAwWhcNMzYwMjAxMDAwMDAwWjAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQC69ObSJdoaJWZEz54IDArOYYNSqyE8V3Ufm234yFr9ewgnz3dEKkgpI3a2D/Lkt0WfrnWvfouSuXLI60vxENfvPeoGdG7okS3NgiYbxWDFJ3adNS7BsNQT1FD2hSF0nBM+g+v3eA0faOPwHr+rbxdoati1SgcA876qOJTuXzY8rcKUBPndr+F3smCCUP7zm1/ZB0/0Zzib2exM5cSZ05DSTXQEp25WVy/BFNB+LA8T5qmx/UW+GNhIs2DJvlWWx8D2w/cY5TWs+7GnAYLy+IxfHTfetCOcYe6dLgyMkTziifuumU0V2mc0aZrvShCr/Vk07CUiBmzwk2fNPJuQRqNJAgMBAAGjPzA9MAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgeAMB0GA1UdDgQWBBQAwhpPfzYZ5YPDD0YjIvy8ISRQrDANBgkqhkiG9w0BAQsFAAOCAQEAM1tArmMisL7B6ZHyjXetKZFkGG5xYs29DtC24E8qYAfHSJl5uwo8fel2IVWNp/IMGh0HfkmAQNuhF3MrCSuZw63wdZzYTKvRQiDVtvhxHGJzakvGfDxgrWL6naWBXlU3TSEg2lpjcylMNIybM/XhKSPQ/SKWSCg4QDX8fX/2g8tbBFyNJzVtw5YjZsHGIx4bd5qcshFYutE/WA+GN1DI7ttFhHf47ln+VN0WO7Glj3Y3mdDJHppBZGrKAw2iik6neK3Q6uV0DG34r8u9XWfo4YfF569X/lsxc88oDD6MEM9VMI5u1KuvjL1VMtmwLSvD3DhgoEWHgcbvsklZwWsEAw=="
    ],
    "x5t": "ezvmw6q5gQMjOaeRhRbCDq0rCHs",
    "status": "disabled"
  }
} satisfies Fixture<"uploadPkcs12">;

/**
 * Upload a secret. Upload a client secret as plain text. It becomes valid later. The key of the client secret, without the secret. It starts disabled.
 */
export const uploadSecret = {
  "parameters": {
    "id": "B2C_1A_PartnerClientSecret"
  },
  "request": {
    "use": "sig",
    "k": "throw-away~AXfVuvNmmkPz0S73K8wwG9iGnGFj",
    "nbf": 1893456000,
    "exp": 1924992000
  },
  "status": 200,
  "response": {
    "kid": "G5mHkbUIpFOo_MBLUr_xLhPAUXvOorrUj7M4eO-TCzM",
    "use": "sig",
    "kty": "oct",
    "nbf": 1893456000,
    "exp": 1924992000,
    "status": "disabled"
  }
} satisfies Fixture<"uploadSecret">;

/**
 * List the keys of a key set. The generated key, which is now disabled, and the key of the certificate.
 */
export const listKeys = {
  "parameters": {
    "id": "B2C_1A_TokenSigningKeyContainer"
  },
  "status": 200,
  "response": {
    "value": [
      {
        "kid": "bwEGviij6i4sFBoQG-hZS9AgzZP8_Obo3hpSD01ITSI",
        "use": "sig",
        "kty": "RSA",
        "nbf": 1893456000,
        "exp": 1924992000,
        "e": "AQAB",
        "n": "02JiBchCGQzpGN9QZhIEd6HHq5kROEAQMLYvYMrZ782XKoPZIvUWiM57REvSHPv6R9VAn0pSzCh15Iwx4mO-c6SqeasJXSPRLywrKoVz2yYMgSDnTvS-ZQ50tTi_P9kGS_rql0C-sQcHlbM5CvUzQDSn1RAAJYjGAjfXjU5UJqRXaydZxJojOqr0QCX91-gCLpCQhJbw-d-zR8lWlNIdeJkXFQlTHwIOMgbdN5E3CCXSV5ZRnKXtuQ2-c-XxzTKPUlU9A-zZBqfu9rrUO1RN0-uT9GgzfHgMbWpAUnrC0zgFNewcgj0RVrBxdSV0EWGjaPGWAaus9oaZ4GX76ypdAQ",
        "status": "disabled"
      },
      {
        "kid": "zR3U5fL0I2SXt0voZpRNW6yjzUtL3JCiLZ1PdqFdOMk",
        "use": "sig",
        "kty": "RSA",
        "nbf": 1769904000,
        "exp": 2085436800,
        "e": "AQAB",
        "n": "uvTm0iXaGiVmRM-eCAwKzmGDUqshPFd1H5tt-Mha_XsIJ893RCpIKSN2tg_y5LdFn651r36LkrlyyOtL8RDX7z3qBnRu6JEtzYImG8VgxSd2nTUuwbDUE9RQ9oUhdJwTPoPr93gNH2jj8B6_q28XaGrYtUoHAPO-qjiU7l82PK3ClAT53a_hd7JgglD-85tf2QdP9Gc4m9nsTOXEmdOQ0k10BKduVlcvwRTQfiwPE-apsf1FvhjYSLNgyb5VlsfA9sP3GOU1rPuxpwGC8viMXx033rQjnGHunS4MjJE84on7rplNFdpnNGma70oQq_1ZNOwlIgZs8JNnzTybkEajSQ",
        "x5c": [
          "MIIDADCCAeigAwIBAgIBATANBgkqhkiG9w0BAQsFADAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwHhcNMjYwMjAxMDAwMDAwWhcNMzYwMjAxMDAwMDAwWjAjMSEwHwYDVQQDExhUaHJvdy1hd2F5IHRva2VuIHNpZ25pbmcwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQC69ObSJdoaJWZEz54IDArOYYNSqyE8V3Ufm234yFr9ewgnz3dEKkgpI3a2D/Lkt0WfrnWvfouSuXLI60vxENfvPeoGdG7okS3NgiYbxWDFJ3adNS7BsNQT1FD2hSF0nBM+g+v3eA0faOPwHr+rbxdoati1SgcA876qOJTuXzY8rcKUBPndr+F3smCCUP7zm1/ZB0/0Zzib2exM5cSZ05DSTXQEp25WVy/BFNB+LA8T5qmx/UW+GNhIs2DJvlWWx8D2w/cY5TWs+7GnAYLy+IxfHTfetCOcYe6dLgyMkTziifuumU0V2mc0aZrvShCr/Vk07CUiBmzwk2fNPJuQRqNJAgMBAAGjPzA9MAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgeAMB0GA1UdDgQWBBQAwhpPfzYZ5YPDD0YjIvy8ISRQrDANBgkqhkiG9w0BAQsFAAOCAQEAM1tArmMisL7B6ZHyjXetKZFkGG5xYs29DtC24E8qYAfHSJl5uwo8fel2IVWNp/IMGh0HfkmAQNuhF3MrCSuZw63wdZzYTKvRQiDVtvhxHGJzakvGfDxgrWL6naWBXlU3TSEg2lpjcylMNIybM/XhKSPQ/SKWSCg4QDX8fX/2g8tbBFyNJzVtw5YjZsHGIx4bd5qcshFYutE/WA+GN1DI7ttFhHf47ln+VN0WO7Glj3Y3mdDJHppBZGrKAw2iik6neK3Q6uV0DG34r8u9XWfo4YfF569X/lsxc88oDD6MEM9VMI5u1KuvjL1VMtmwLSvD3DhgoEWHgcbvsklZwWsEAw=="
        ],
        "x5t": "ezvmw6q5gQMjOaeRhRbCDq0rCHs",
        "status": "enabled"
      }
    ]
  }
} satisfies Fixture<"listKeys">;

/**
 * Get a key. The generated key, which is now disabled.
 */
export const getKey = {
  "parameters": {
    "id": "B2C_1A_TokenSigningKeyContainer",
    "kid": "bwEGviij6i4sFBoQG-hZS9AgzZP8_Obo3hpSD01ITSI"
  },
  "status": 200,
  "response": {
    "kid": "bwEGviij6i4sFBoQG-hZS9AgzZP8_Obo3hpSD01ITSI",
    "use": "sig",
    "kty": "RSA",
    "nbf": 1893456000,
    "exp": 1924992000,
    "e": "AQAB",
    "n": "02JiBchCGQzpGN9QZhIEd6HHq5kROEAQMLYvYMrZ782XKoPZIvUWiM57REvSHPv6R9VAn0pSzCh15Iwx4mO-c6SqeasJXSPRLywrKoVz2yYMgSDnTvS-ZQ50tTi_P9kGS_rql0C-sQcHlbM5CvUzQDSn1RAAJYjGAjfXjU5UJqRXaydZxJojOqr0QCX91-gCLpCQhJbw-d-zR8lWlNIdeJkXFQlTHwIOMgbdN5E3CCXSV5ZRnKXtuQ2-c-XxzTKPUlU9A-zZBqfu9rrUO1RN0-uT9GgzfHgMbWpAUnrC0zgFNewcgj0RVrBxdSV0EWGjaPGWAaus9oaZ4GX76ypdAQ",
    "status": "disabled"
  }
} satisfies Fixture<"getKey">;

/**
 * Enable or disable a key. Disable the generated key.
 */
export const updateKeyStatus = {
  "parameters": {
    "id": "B2C_1A_TokenSigningKeyContainer",
    "kid": "bwEGviij6i4sFBoQG-hZS9AgzZP8_Obo3hpSD01ITSI"
  },
  "request": {
    "status": "disabled"
  },
  "status": 204
} satisfies Fixture<"updateKeyStatus">;
