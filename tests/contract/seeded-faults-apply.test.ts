// Whether the edits in the tests of the gate still apply to the contract, as these tests run only if the gate changed.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { copyWith, type Edit, root, textWith } from "../scripts/gate/copy.ts";

const folder = copyWith([]);

test.each(["gate/faults", "gate/good", "diff/changes"])(
  "each edit in tests/scripts/%s.yaml finds the text that it replaces",
  (name) => {
    const edits: Edit[] = parse(readFileSync(join(root, `tests/scripts/${name}.yaml`), "utf8"));
    for (const edit of edits) {
      const isRemoval = edit.find === undefined && edit.replace === undefined;
      if (isRemoval) expect(existsSync(join(root, edit.file)), edit.file).toBe(true);
      else expect(textWith(existsSync(join(folder, edit.file)) ? folder : root, edit), edit.file).not.toBe("");
    }
  },
);
