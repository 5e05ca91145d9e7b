import fc from "fast-check";
import { expect, test } from "vitest";
import { type Caller, callerOf, emulatorUnderTest, failure, hour, now } from "./emulator-under-test.ts";
import { certificateText } from "./material.ts";

/** What the model knows of a key. */
interface ModelKey {
  kid: string;
  kty: string;
  use: string;
  enabled: boolean;
  nbf?: number | undefined;
  exp?: number | undefined;
}

/** What the service should have: the keys of each key set by its ID, and the time. */
interface Model {
  sets: Map<string, ModelKey[]>;
  time: number;
}

/** The emulator, with a clock that commands move. */
interface Real {
  call: Caller;
  clock: { time: number };
}

type Expected = [status: number, code?: string];

const names = ["a", "B2C_1A_a", "b", "a.bak"];
const idOf = (name: string) => (name.startsWith("B2C_1A_") ? name : `B2C_1A_${name}`);
const certificates = [
  certificateText({ name: "first", nbf: now - hour, exp: now + 9 * hour }),
  certificateText({ name: "second", usage: { keyEncipherment: true }, nbf: now + hour, exp: now + 2 * hour }),
];
const certificateKeys = [
  { kty: "RSA", use: "sig", nbf: now - hour, exp: now + 9 * hour },
  { kty: "RSA", use: "enc", nbf: now + hour, exp: now + 2 * hour },
];

/** The rule on which keys can be in one set. */
function mixing(keys: ModelKey[], kty: string, use: string): Expected | undefined {
  if (keys.some((key) => key.kty !== kty)) return [400, "AADB2C95032"];
  return keys.some((key) => key.use !== use) ? [400, "AADB2C95042"] : undefined;
}

/** A request, what the model expects of it, and what it does to the model if it works. */
class Request implements fc.AsyncCommand<Model, Real> {
  readonly #text: string;
  readonly #run: (model: Model, call: Caller) => Promise<void>;
  constructor(text: string, run: (model: Model, call: Caller) => Promise<void>) {
    this.#text = text;
    this.#run = run;
  }
  check = () => true;
  run = (model: Model, { call }: Real) => this.#run(model, call);
  toString = () => this.#text;
}

class Wait implements fc.AsyncCommand<Model, Real> {
  readonly #seconds: number;
  constructor(seconds: number) {
    this.#seconds = seconds;
  }
  check = () => true;
  async run(model: Model, { clock }: Real) {
    model.time += this.#seconds;
    clock.time += this.#seconds;
  }
  toString = () => `wait ${this.#seconds} s`;
}

const name = fc.constantFrom(...names);
const use = fc.constantFrom("sig", "enc");
const kty = fc.constantFrom("RSA", "oct");
const time = fc.option(fc.constantFrom(now - hour, now, now + hour, now + 4 * hour, now + 5 * hour), {
  nil: undefined,
});

const create = name.map(
  (sent) =>
    new Request(`create ${sent}`, async ({ sets }, call) => {
      const id = idOf(sent);
      const result = await call("POST", "", { id: sent });
      if (sets.has(id)) return expect(failure(result)).toEqual([400, "AADB2C95028"]);
      expect(result).toMatchObject({ status: 201, body: { id, keys: [] } });
      sets.set(id, []);
    }),
);

const remove = name.map(
  (sent) =>
    new Request(`delete ${sent}`, async ({ sets }, call) => {
      const id = idOf(sent);
      const result = await call("DELETE", `/${id}`);
      const keys = sets.get(id);
      if (!keys) return expect(failure(result)).toEqual([400, "AADB2C90073"]);
      expect(result.status).toBe(204);
      sets.delete(id);
      if (!id.endsWith(".bak")) sets.set(`${id}.bak`, keys);
    }),
);

/** A request that adds a key, with the key that the model gets and the reason to fail, if the key set exists. */
function adds(
  text: string,
  [path, body]: [string, object],
  made: (model: Model, keys: ModelKey[]) => { key: Omit<ModelKey, "kid">; problem: Expected | undefined },
): (sent: string) => Request {
  return (sent) =>
    new Request(`${text} in ${sent}`, async (model, call) => {
      const id = idOf(sent);
      const result = await call("POST", `/${id}/${path}`, body);
      const keys = model.sets.get(id);
      if (!keys) return expect(failure(result)).toEqual([400, "AADB2C95052"]);
      const { key, problem } = made(model, keys);
      if (problem) return expect(failure(result)).toEqual(problem);
      const { enabled, ...shown } = key;
      expect(result).toMatchObject({
        status: 200,
        body: { ...JSON.parse(JSON.stringify(shown)), status: enabled ? "enabled" : "disabled" },
      });
      model.sets.set(id, [...keys, { ...key, kid: result.body.kid }]);
    });
}

const lifetimeProblem = (model: Model, nbf?: number, exp?: number): Expected | undefined => {
  if (exp === undefined) return undefined;
  if (exp <= model.time) return [400, "AADB2C90214"];
  return nbf !== undefined && exp <= nbf ? [400, "AADB2C90136"] : undefined;
};

const generate = fc.tuple(name, use, kty, time, time).map(([sent, ...[u, t, nbf, exp]]) =>
  adds(`generate ${t} ${u} ${nbf} ${exp}`, ["generateKey", { use: u, kty: t, nbf, exp }], (model, keys) => ({
    key: { kty: t, use: u, enabled: true, nbf, exp },
    problem: lifetimeProblem(model, nbf, exp) ?? mixing(keys, t, u),
  }))(sent),
);

const upload = fc.tuple(name, use, time, time).map(([sent, u, nbf, exp]) =>
  adds(`upload secret ${u} ${nbf} ${exp}`, ["uploadSecret", { use: u, k: "s", nbf, exp }], (model, keys) => {
    const isEarly = nbf !== undefined && nbf < model.time + 3 * hour;
    return {
      key: { kty: "oct", use: u, enabled: false, nbf, exp },
      problem: isEarly ? [400, "AADB2C90136"] : (lifetimeProblem(model, nbf, exp) ?? mixing(keys, "oct", u)),
    };
  })(sent),
);

const certify = fc.tuple(name, fc.nat({ max: 1 })).map(([sent, i]) => {
  const key = certificateKeys[i] as (typeof certificateKeys)[number];
  return adds(`upload certificate ${i}`, ["uploadCertificate", { key: certificates[i] }], (_, keys) => {
    const isThere = keys.some(
      ({ kty: t, use: u, nbf, exp }) => JSON.stringify([t, u, nbf, exp]) === JSON.stringify(Object.values(key)),
    );
    return {
      key: { ...key, enabled: false },
      problem: isThere ? [400, "AADB2C90180"] : mixing(keys, key.kty, key.use),
    };
  })(sent);
});

const setStatus = fc.tuple(name, fc.nat({ max: 3 }), fc.boolean()).map(
  ([sent, index, enabled]) =>
    new Request(`${enabled ? "enable" : "disable"} ${index} of ${sent}`, async ({ sets }, call) => {
      const id = idOf(sent);
      const keys = sets.get(id);
      const key = keys?.[index];
      const result = await call("PATCH", `/${id}/keys_v2/${key?.kid ?? "none"}`, {
        status: enabled ? "enabled" : "disabled",
      });
      if (!keys) return expect(failure(result)).toEqual([400, "AADB2C95052"]);
      if (!key) return expect(failure(result)).toEqual([400, "AADB2C90131"]);
      expect(result.status).toBe(204);
      key.enabled = enabled;
    }),
);

const empty = name.map(
  (sent) =>
    new Request(`empty ${sent}`, async ({ sets }, call) => {
      const id = idOf(sent);
      const result = await call("PUT", `/${id}`, { keys: [] });
      if (!sets.has(id)) return expect(failure(result)).toEqual([400, "AADB2C95052"]);
      expect(result).toMatchObject({ status: 200, body: { id, keys: [] } });
      sets.set(id, []);
    }),
);

const readActive = name.map(
  (sent) =>
    new Request(`active key of ${sent}`, async ({ sets, time: at }, call) => {
      const keys = sets.get(idOf(sent));
      const result = await call("GET", `/${idOf(sent)}/getActiveKey`);
      if (!keys) return expect(failure(result)).toEqual([400, "AADB2C90073"]);
      const usable = keys.filter((key) => key.enabled && (key.nbf ?? 0) <= at && (key.exp ?? Infinity) > at);
      const latest = Math.max(...usable.map(({ nbf }) => nbf ?? -1));
      const active = usable.filter(({ nbf }) => (nbf ?? -1) === latest).at(-1);
      if (!active) return expect(failure(result)).toEqual([400, "AADB2C90019"]);
      expect(result.body.kid).toBe(active.kid);
    }),
);

const readAll = fc.constant(
  new Request("read everything", async ({ sets }, call) => {
    const { body } = await call("GET", "");
    const seen = body.value.map((set: { id: string; keys: { kid: string; status: string }[] }) => [
      set.id,
      set.keys.map(({ kid, status }) => [kid, status]),
    ]);
    const known = [...sets].map(([id, keys]) => [
      id,
      keys.map((key) => [key.kid, key.enabled ? "enabled" : "disabled"]),
    ]);
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(known));
    for (const [id, keys] of sets) {
      const one = await call("GET", `/${id}`);
      expect(one.body.keys.map(({ kid }: { kid: string }) => kid)).toEqual(keys.map(({ kid }) => kid));
    }
  }),
);

const wait = fc.constantFrom(60, hour, 3 * hour).map((seconds) => new Wait(seconds));

test("whatever is requested in whatever order, the emulator has what a small model of the rules has", async () => {
  const commands = fc.commands(
    [create, create, remove, generate, generate, upload, certify, setStatus, empty, readActive, readAll, wait],
    {
      maxCommands: 40,
      size: "max",
    },
  );
  await fc.assert(
    fc.asyncProperty(commands, (sequence) =>
      fc.asyncModelRun(() => {
        const clock = { time: now };
        const { emulator } = emulatorUnderTest({ now: () => clock.time * 1000 });
        const call = callerOf(emulator, () => undefined); // other tests compare responses with the contract
        return { model: { sets: new Map(), time: now }, real: { call, clock } };
      }, sequence),
    ),
    { seed: 20261129, numRuns: 50 },
  );
});
