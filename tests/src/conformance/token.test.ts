import { describe, expect, it } from "vitest";
import { readTokens } from "../../../src/conformance/token.ts";

const node = (code: string) => `"${process.execPath}" -e "${code}"`;

const failureOf = async (...args: Parameters<typeof readTokens>) => {
  const error = await readTokens(...args).then(
    () => undefined,
    (reason: Error) => reason,
  );
  if (!error) throw new Error("It didn't fail.");
  return error.message;
};

describe("Tokens", () => {
  it("come from the environment", async () => {
    const env = {
      TRUSTFRAMEWORK_KEYSETS_TOKEN: "full\n",
      TRUSTFRAMEWORK_KEYSETS_READ_TOKEN: "read",
      TRUSTFRAMEWORK_KEYSETS_TOKEN_WITHOUT_PERMISSION: "",
      TOKEN: "other",
    };
    expect(await readTokens(env, undefined)).toEqual({ token: "full", readToken: "read" });
  });

  it("come from a command, which goes before the environment", async () => {
    const tokens = await readTokens({ TRUSTFRAMEWORK_KEYSETS_TOKEN: "old" }, node("console.log('a.new-token~1==')"));
    expect(tokens).toEqual({ token: "a.new-token~1==" });
  });

  it("are missing if nothing gives them", async () => {
    expect(await readTokens({}, undefined)).toEqual({});
  });

  it("fail if the command fails, without its output", async () => {
    const message = await failureOf({}, node("console.log('half-a-secret'); process.exit(3)"));
    expect(message).toBe("The token command failed with exit code 3.");
  });

  it.each(["", '{"accessToken":"secret"}', "two secrets", "secret\r\nX-Header: 1"])(
    "fail if what was given isn't a token alone, without showing it: %j",
    async (output) => {
      const code = `process.stdout.write(Buffer.from('${Buffer.from(output).toString("base64")}','base64'))`;
      expect(await failureOf({}, node(code))).toBe(
        "The output of --token-command isn't a token. Expected the access token alone.",
      );
    },
  );

  it("fail if a variable has more than a token, without showing it", async () => {
    const message = await failureOf({ TRUSTFRAMEWORK_KEYSETS_TOKEN: "Bearer secret" }, undefined);
    expect(message).toBe("The variable TRUSTFRAMEWORK_KEYSETS_TOKEN isn't a token. Expected the access token alone.");
  });
});
