import { readAppleHealth, type Refusal } from "../../src/index.ts";
import { ContainerError, unpackMember, type Member, type PackedBytes } from "../containers/index.ts";
import type { ShoeThen } from "../storage/index.ts";
import type { AccountFacts } from "./account-facts.ts";
import type { ExpectedShoes } from "./expected-shoes.ts";
import type { ImportPlan } from "./plan.ts";
import { dirname } from "./paths.ts";

/** One thing to import: a file, or a workout of a health export. */
export interface ImportItem {
  readonly path: string;
  /** Bytes of the plan it stands for. */
  readonly size: number;
  readonly packed: () => Promise<PackedBytes | Refusal>;
  readonly title: string | null;
  /** Whether the account's tables speak of it by its path. */
  readonly gear: string | null;
  /** The pair it is expected to be in. */
  readonly shoe: ShoeThen | null;
  /** What is no run among these is counted, not refused. */
  readonly isInBulk: boolean;
}

/** Everything a plan names, in its order; health exports are read as they are asked for. `named` are the paths the runner gave. */
export async function* importItems(plan: ImportPlan, facts: AccountFacts, expected: ExpectedShoes, named: readonly string[], onRead: (bytes: number) => void): AsyncGenerator<ImportItem> {
  const folders = new Set(plan.tables.map(({ path }) => dirname(path)));
  for (const { path, refusal } of plan.refused) yield { path, size: 0, packed: () => Promise.resolve(refusal), title: null, gear: null, shoe: null, isInBulk: false };
  for (const { path, size, packed } of plan.recordings) {
    const known = facts.ofPath(path);
    yield { path, size, packed, title: known?.name ?? null, gear: known?.gear ?? null, shoe: (known && expected.of.get(known)) ?? null, isInBulk: !named.includes(path) && (isInArchive(path) || folders.size > 0) };
  }
  for (const { xml, routes } of plan.health) yield* workouts(xml, routes, onRead);
}

const isInArchive = (path: string): boolean => /\.zip\//i.test(path);

async function* workouts(xml: Member, routes: ReadonlyMap<string, Member>, onRead: (bytes: number) => void): AsyncGenerator<ImportItem> {
  let index = 0;
  const item = (path: string, packed: ImportItem["packed"]): ImportItem => ({ path, size: 0, packed, title: null, gear: null, shoe: null, isInBulk: true });
  try {
    for await (const workout of readAppleHealth({ chunks: xml.chunks, route: (path) => routeBytes(routes.get(path)), onRead })) {
      index += 1;
      const finished = workout.isOnFoot ? null : workout.finish();
      const refusal = finished && "refusal" in finished ? finished.refusal : null;
      yield item(`${xml.path}/workout-${index}.xml`, () => Promise.resolve(refusal ?? { bytes: workout.excerpt(), isDeflated: false, size: null, crc32: null }));
    }
  } catch (error) {
    if (!(error instanceof ContainerError)) throw error;
    yield item(xml.path, () => Promise.resolve(error.refusal));
  }
}

async function routeBytes(route: Member | undefined): Promise<Uint8Array | null> {
  const packed = await route?.packed();
  const bytes = !packed || "code" in packed ? null : unpackMember(packed);
  return bytes instanceof Uint8Array ? bytes : null;
}
