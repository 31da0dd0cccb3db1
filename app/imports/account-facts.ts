import { factsAt, garminAccount, normalPath, stravaAccount, type Account, type AccountShoe, type ActivityFacts } from "../accounts/index.ts";
import { unpackMember, type Member } from "../containers/index.ts";
import { basename, dirname, within } from "./paths.ts";

/** What the tables of the accounts in an import tell of its files. */
export interface AccountFacts {
  /** Of a file by its path, before it is read. */
  readonly ofPath: (path: string) => ActivityFacts | null;
  /** Of a run by its start [s since 1970], for accounts whose files bear other names. */
  readonly at: (startedAt: number) => ActivityFacts | null;
  /** A pair by the name its runs give it. */
  readonly shoe: (name: string) => AccountShoe;
  readonly retired: readonly string[];
  /** Activities in their account's order. */
  readonly listed: readonly ListedActivity[];
  /** Activities listed without a file: what to call them, and why there is no run of theirs. */
  readonly withoutFile: readonly { readonly path: string; readonly reason: string }[];
  /** Tables that could not be read whole. */
  readonly troubles: readonly { readonly path: string; readonly message: string }[];
}

/** An activity as an account tells of it; its start [s since 1970] where that tells which file it is. */
export interface ListedActivity {
  readonly facts: ActivityFacts;
  readonly startedAt: number | null;
}

interface FoundAccount {
  /** Folder its tables lie in. */
  readonly folder: string;
  readonly account: Account;
}

/** Reads the tables among the members. */
export async function readAccounts(tables: readonly Member[], recordings: readonly Member[]): Promise<AccountFacts> {
  const troubles: { path: string; message: string }[] = [];
  const bytesOf = async (member: Member): Promise<Uint8Array[]> => {
    const packed = await member.packed();
    const bytes = "code" in packed ? packed : unpackMember(packed);
    if (bytes instanceof Uint8Array) return [bytes];
    troubles.push({ path: member.path, message: bytes.message });
    return [];
  };
  const all = async (members: readonly Member[]): Promise<Uint8Array[]> => (await Promise.all(members.map(bytesOf))).flat();
  const called = (pattern: RegExp): readonly Member[] => tables.filter(({ path }) => pattern.test(basename(path)));

  const found: FoundAccount[] = [];
  for (const table of called(/^activities\.csv$/i)) {
    const folder = dirname(table.path);
    const [activities] = await bytesOf(table);
    const [shoes = null] = await all(tables.filter(({ path }) => path.toLowerCase() === `${folder}/shoes.csv`.toLowerCase()));
    if (activities) found.push({ folder, account: await stravaAccount(activities, shoes) });
  }
  const [gear, activities] = [called(/_gear\.json$/i), called(/summarizedActivities\.json$/i)];
  if (gear.length + activities.length > 0) found.push({ folder: dirname((gear[0] ?? activities[0])?.path ?? ""), account: garminAccount(await all(gear), await all(activities)) });

  for (const { folder, account } of found) for (const message of account.troubles) troubles.push({ path: folder, message });
  const shoes = new Map(found.flatMap(({ account }) => account.shoes).map((shoe) => [shoe.name.toLowerCase(), shoe]));
  return {
    ofPath(path) {
      for (const { folder, account } of found) {
        const facts = within(path, folder) ? account.byPath.get(normalPath(path.slice(folder.length + 1))) : undefined;
        if (facts) return facts;
      }
      return null;
    },
    at(startedAt) {
      for (const { account } of found) {
        const facts = factsAt(account, startedAt);
        if (facts) return facts;
      }
      return null;
    },
    shoe: (name) => shoes.get(name.toLowerCase()) ?? { name, brand: null, model: null, since: null, isRetired: false },
    retired: [...shoes.values()].filter(({ isRetired }) => isRetired).map(({ name }) => name),
    listed: found.flatMap(({ account: { byPath, byStart } }) => [...[...byPath.values()].map((facts) => ({ facts, startedAt: null })), ...byStart]),
    withoutFile: found.flatMap(({ folder, account }) => [...listedWithoutFile(folder, account), ...missingFiles(folder, account, recordings)]),
    troubles,
  };
}

function listedWithoutFile(folder: string, { withoutFile }: Account): { path: string; reason: string }[] {
  return withoutFile.map(({ name, date, kind }) => ({ path: `${folder}: ${date}, ${name}`, reason: `${kind}: the account lists it without a file, entered by hand or its file was left out` }));
}

function missingFiles(folder: string, { byPath }: Account, recordings: readonly Member[]): { path: string; reason: string }[] {
  const here = new Set(recordings.filter(({ path }) => within(path, folder)).map(({ path }) => normalPath(path.slice(folder.length + 1))));
  return [...byPath.keys()].filter((path) => !here.has(path)).map((path) => ({ path: `${folder}/${path}`, reason: "the account's table names it, but it is not in the export; ask for the export again" }));
}
