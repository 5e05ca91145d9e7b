import { spawn } from "node:child_process";

/** The environment variables that tokens come from, by the input of the stories that needs each. */
export const tokenVariables = {
  token: "TRUSTFRAMEWORK_KEYSETS_TOKEN",
  readToken: "TRUSTFRAMEWORK_KEYSETS_READ_TOKEN",
  tokenWithoutPermission: "TRUSTFRAMEWORK_KEYSETS_TOKEN_WITHOUT_PERMISSION",
} as const;

export type TokenName = keyof typeof tokenVariables;

/** The tokens of the environment. The command's output stands for the token that allows everything. */
export async function readTokens(
  env: NodeJS.ProcessEnv,
  tokenCommand: string | undefined,
): Promise<Partial<Record<TokenName, string>>> {
  const names = Object.keys(tokenVariables) as TokenName[];
  const found = names.flatMap((name) => {
    const value = env[tokenVariables[name]]?.trim();
    return value ? [[name, checkedToken(value, `The variable ${tokenVariables[name]}`)] as const] : [];
  });
  const tokens: Partial<Record<TokenName, string>> = Object.fromEntries(found);
  if (tokenCommand === undefined) return tokens;
  return { ...tokens, token: checkedToken((await outputOf(tokenCommand)).trim(), "The output of --token-command") };
}

// RFC 6750, section 2.1.
function checkedToken(value: string, origin: string): string {
  if (!/^[\w.~+/-]+=*$/.test(value)) throw new Error(`${origin} isn't a token. Expected the access token alone.`);
  return value;
}

/** What a command prints. Its errors and its questions go to the terminal. */
function outputOf(command: string): Promise<string> {
  const child = spawn(command, { shell: true, stdio: ["inherit", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("error", () => reject(new Error("The token command can't be started.")));
    child.on("close", (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`The token command failed with exit code ${code}.`));
    });
  });
}
