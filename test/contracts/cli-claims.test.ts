import { beforeAll, expect, test } from "vitest";
import { copySampleHome } from "../fixtures/sample-home.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { expectShape } from "./published-schemas.ts";
import { buildOnce, footfall } from "./run-footfall.ts";

const folder = temporaryFolder();
const home = (name: string): string => `${folder}/${name}`;

beforeAll(async () => {
  buildOnce();
  await copySampleHome(home("sample"));
});

test.each(["sample", "empty"])("seven rows in the published shape: %s", async (name) => {
  const { stdout, code } = await footfall(["claims", "--json", "--home", home(name)]);
  const ledger = JSON.parse(stdout);
  expectShape("claims", ledger);
  expect([code, ledger.isSample, ledger.rows.length]).toEqual([0, name === "sample", 7]);
  for (const row of ledger.rows) expect([row.published.length > 0, row.own.length > 0, row.model !== ""]).toEqual([true, true, true]);
});

test("text says verdict, published, model, own data; --help has an example", async () => {
  const { stdout } = await footfall(["claims", "--home", home("sample")]);
  expect(stdout).toMatch(/1 {2}“Back pain shortly after a run can be linked to the run\.”\n {2}(SUPPORTED|NOT SUPPORTED|ABOUT YOU: UNKNOWN YET): /);
  expect(stdout).toMatch(/\[Malisoux et al\. 2021; Baltich et al\. 2015\]/);
  expect((await footfall(["claims", "--help"])).stdout).toContain("footfall claims");
});
