import { mkdtempSync, rmSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeZip, type MemberToWrite } from "../../test/fixtures/write-zip.ts";
import { openMembers, unpackMember, usualLimits, type ContainerLimits, type Found } from "./index.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "footfall-test-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

const text = (words: string): Buffer => Buffer.from(words);
const hello: MemberToWrite = { name: "a/hello.txt", bytes: text("hello ".repeat(100)) };

async function found(bytes: Uint8Array, limits: ContainerLimits = usualLimits): Promise<readonly Found[]> {
  const path = join(folder, "export.zip");
  writeFileSync(path, bytes);
  return inside(path, limits);
}

/** What each member holds, or why it is refused; paths without the folder. */
async function inside(path: string, limits: ContainerLimits = usualLimits): Promise<Found[]> {
  const members = await openMembers([path], limits);
  const results: Found[] = [];
  for (const one of members.found) results.push({ ...one, path: one.path.replace(`${folder}/`, "") });
  await members.close();
  return results;
}

async function contents(one: Found | undefined): Promise<string> {
  if (!one || "refusal" in one) return `refused: ${one?.refusal.message}`;
  const packed = await one.packed();
  const bytes = "code" in packed ? packed : unpackMember(packed);
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString() : `refused: ${bytes.message}`;
}

async function streamed(one: Found | undefined): Promise<string> {
  if (!one || "refusal" in one) return "refused";
  const pieces: Uint8Array[] = [];
  for await (const piece of one.chunks()) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString();
}

describe("zip members", () => {
  it("are read whole, packed, stored and streamed, by one piece and by many", async () => {
    const members = await found(writeZip([hello, { ...hello, name: "stored.txt", isStored: true }, { ...hello, name: "later.txt", isStreamed: true }]));
    expect(members.map(({ path }) => path)).toEqual(["export.zip/a/hello.txt", "export.zip/stored.txt", "export.zip/later.txt"]);
    for (const member of members) {
      expect(await contents(member)).toBe("hello ".repeat(100));
      expect(await streamed(member)).toBe("hello ".repeat(100));
    }
  });

  it.each([
    ["leads out of the archive", { name: "../evil.fit" }],
    ["leads out of the archive", { name: "a\\..\\..\\evil.fit" }],
    ["absolute path", { name: "/etc/passwd" }],
    ["absolute path", { name: "C:\\evil.fit" }],
    ["zero byte", { name: "a\0b.fit" }],
    ["encrypted", { flags: 0x801 }],
    ["method (99)", { method: 99 }],
    ["a link", { unixMode: 0o120777 }],
    ["more than 1024 bytes", { name: "x".repeat(2000) }],
    ["checksum", { crc32: 1 }],
    ["more than the archive says", { size: 10 }],
    ["600 bytes where the archive says 601", { size: 601 }],
    ["the limit for one such file", { size: 0xfffffffe }],
  ])("of which one %s are refused by name, the others read", async (reason, wrong) => {
    const members = await found(writeZip([hello, { name: "b.fit", bytes: hello.bytes, ...wrong }, { ...hello, name: "c.txt" }]));
    expect(members).toHaveLength(3);
    expect(await contents(members[0])).toBe("hello ".repeat(100));
    expect(await contents(members[1])).toContain(reason);
    expect(await contents(members[2])).toBe("hello ".repeat(100));
  });

  it("of the same name are taken once", async () => {
    const members = await found(writeZip([hello, { ...hello, bytes: text("other") }]));
    expect(await contents(members[0])).toContain("hello");
    expect(await contents(members[1])).toContain("another file of this name");
  });

  it("that share bytes are refused, the others read", async () => {
    const members = await found(writeZip([hello, { ...hello, name: "twice.txt", dataOf: 0 }, { ...hello, name: "c.txt" }]));
    expect((await Promise.all(members.map(contents))).map((one) => one.includes("shares bytes"))).toEqual([true, true, false]);
  });

  it("that unpack to far more than they weigh are left packed", async () => {
    const [member] = await found(writeZip([{ name: "zeros.fit", bytes: new Uint8Array(20 * 2 ** 20) }]));
    expect(await contents(member)).toMatch(/times its packed size/);
  });

  it("have their names in UTF-8, told or not, or in the DOS code page", async () => {
    const members = await found(writeZip([{ ...hello, name: "Größe.fit" }, { ...hello, name: "走る.fit", flags: 0 }, { ...hello, name: Uint8Array.of(0x4c, 0x84, 0x75, 0x66), flags: 0 }]));
    expect(members.map(({ path }) => path.slice("export.zip/".length))).toEqual(["Größe.fit", "走る.fit", "Läuf"]);
  });

  it("show control and direction characters instead of obeying them", async () => {
    const [member] = await found(writeZip([{ ...hello, name: "a\u202egpj.fit\u001b[31m" }]));
    expect(member?.path).toBe("export.zip/a\ufffdgpj.fit\ufffd[31m");
  });
});

describe("archives", () => {
  it("within archives are opened, to a limit", async () => {
    let bytes = writeZip([hello]);
    for (let depth = 0; depth < 3; depth++) bytes = writeZip([{ name: "inner.zip", bytes, isStored: depth % 2 === 0 }]);
    expect(await contents((await found(bytes))[0])).toContain("hello");
    expect(await contents((await found(writeZip([{ name: "inner.zip", bytes }])))[0])).toContain("nested deeper than 4");
  });

  it("within archives have a limit in size", async () => {
    const [only] = await found(writeZip([{ name: "inner.zip", bytes: writeZip([hello]) }]), { ...usualLimits, largestNestedArchive: 100 });
    expect(await contents(only)).toContain("unpack it and import its folder");
  });

  it.each([true, false])("cut short give what is whole in them, and the loss is named (sizes behind the data: %s)", async (isStreamed) => {
    const whole = writeZip([{ ...hello, isStreamed }, { ...hello, name: "b.txt", isStreamed }, { ...hello, name: "c.txt", bytes: text("no "), isStreamed }]);
    const members = await found(whole.subarray(0, whole.indexOf("c.txt") + 3));
    expect(await contents(members[0])).toContain("hello");
    expect(await contents(members[1])).toContain("hello");
    expect(await contents(members[2])).toContain("2 files in it could still be read");
  });

  it("whose directory is damaged half way give every member", async () => {
    const whole = writeZip([hello, { ...hello, name: "b.txt" }, { ...hello, name: "c.txt" }]);
    whole[whole.lastIndexOf("b.txt") - 46] = 0;
    const members = await found(whole);
    expect((await Promise.all(members.map(contents))).map((one) => one.slice(0, 5))).toEqual(["hello", "hello", "hello", "refus"]);
  });

  it("with more files than the limit are read so far", async () => {
    const members = await found(writeZip(Array.from({ length: 20 }, (_, index) => ({ ...hello, name: `${index}.txt` }))), { ...usualLimits, mostMembers: 5 });
    expect(members).toHaveLength(6);
    expect(await contents(members.at(-1))).toContain("more than 5 files");
  });

  it("that are empty hold nothing", async () => {
    expect(await found(writeZip([]))).toEqual([]);
  });
});

describe("folders", () => {
  it("are looked through by name, zips in them opened, missing paths named", async () => {
    mkdirSync(join(folder, "b"));
    writeFileSync(join(folder, "b", "two.fit"), "2");
    writeFileSync(join(folder, "a.zip"), writeZip([hello]));
    writeFileSync(join(folder, "c.fit"), "3");
    expect((await inside(folder)).map(({ path }) => path)).toEqual(["a.zip/a/hello.txt", "b/two.fit", "c.fit"]);
    expect(await contents((await inside(join(folder, "missing")))[0])).toContain("no such file");
  });

  it("hold files that are streamed piece by piece, however many pieces that are; a file that is gone by then is refused", async () => {
    const path = join(folder, "large.xml");
    const text = Array.from({ length: 400_000 }, (_, line) => `line ${line}`).join("\n");
    writeFileSync(path, text);
    const [large] = await inside(path);
    expect(await streamed(large) === text).toBe(true);
    rmSync(path);
    await expect(streamed(large)).rejects.toThrow("no such file");
  });
});
