// That the seeded faults and the good changes of tests/scripts/gate/ can still be made, since its tests run only where the gate changed.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { copyWith, type Edit, edited, root } from "../scripts/gate/copy.ts";

const folder = copyWith([]);

test.each(["faults", "good"])("each change in tests/scripts/gate/%s.yaml finds the text that it replaces", (name) => {
  const edits: Edit[] = parse(readFileSync(join(root, `tests/scripts/gate/${name}.yaml`), "utf8"));
  for (const edit of edits) expect(edited(existsSync(join(folder, edit.file)) ? folder : root, edit)).not.toBe("");
});
