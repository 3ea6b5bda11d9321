import { sql } from "kysely";
import type { AuthingPhotoTable } from "./tables/authing.ts";
import type { Tx } from "./transaction.ts";

/** How long a photo waits to be used, and how long it counts in its network's hour. */
const LIFE_MS = 900_000;
const COUNTED_MS = 3_600_000;

export type NewPhoto = AuthingPhotoTable & { readonly sealed: string };

/** Photos whose time is over are forgotten; that they were uploaded is, an hour later. */
export async function sweepPhotos(tx: Tx, now: number): Promise<void> {
  await tx.updateTable("authingPhoto").set({ sealed: null }).where("sealed", "is not", null).where("uploadedAt", "<=", now - LIFE_MS).execute();
  await tx.deleteFrom("authingPhoto").where("uploadedAt", "<=", now - COUNTED_MS).execute();
}

/** When a network may upload another photo, or nothing when it may now. */
export async function nextPhotoAt(tx: Tx, network: string, limit: number): Promise<number | undefined> {
  // The limit-th newest is the one whose leaving makes room.
  const oldest = await tx.selectFrom("authingPhoto").select("uploadedAt").where("network", "=", network).orderBy("uploadedAt", "desc").offset(limit - 1).limit(1).executeTakeFirst();
  return oldest === undefined ? undefined : oldest.uploadedAt + COUNTED_MS;
}

/** The bytes of all photos that wait. */
export async function sumPhotos(tx: Tx): Promise<number> {
  const { total } = await tx.selectFrom("authingPhoto").select(sql<number>`coalesce(sum(${sql.ref("bytes")}), 0)`.as("total")).where("sealed", "is not", null).executeTakeFirstOrThrow();
  return Number(total);
}

export async function insertPhoto(tx: Tx, photo: NewPhoto): Promise<void> {
  await tx.insertInto("authingPhoto").values(photo).execute();
}

/** A photo, sealed, to be used once; of two who ask for it one gets it. */
export async function takePhoto(tx: Tx, key: string, now: number): Promise<string | undefined> {
  const photo = await tx.selectFrom("authingPhoto").select("sealed").where("key", "=", key).where("uploadedAt", ">", now - LIFE_MS).executeTakeFirst();
  if (photo === undefined || photo.sealed === null) return undefined;
  const taken = await tx.updateTable("authingPhoto").set({ sealed: null }).where("key", "=", key).where("sealed", "is not", null).returning("key").executeTakeFirst();
  return taken === undefined ? undefined : photo.sealed;
}
