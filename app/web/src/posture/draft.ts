import { useEffect, useState } from "react";
import { markedJoints, markedMoments, type MarkedStride, type PicturePoint, type PostureTaken } from "../../../../src/index.ts";

/** A posture that was begun and not kept: in this browser only, without its picture. */
export interface Draft {
  /** Number of the posture that is being changed; null for a new one. */
  readonly id: number | null;
  readonly taken: PostureTaken;
  /** ISO. */
  readonly at: string;
}

const place = "footfall-posture-draft";

/** The draft that was left here; null where there is none, or what is there is none. */
export function readDraft(): Draft | null {
  try {
    const told: unknown = JSON.parse(localStorage.getItem(place) ?? "null");
    return isDraft(told) ? told : null;
  } catch {
    return null;
  }
}

export function dropDraft(): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

/** Keeps what is being taken as it grows, once there is anything that was not there at first; the day alone is nothing. */
export function useDraft(id: number | null, taken: PostureTaken): void {
  const text = JSON.stringify(taken);
  const [first] = useState(text);
  const isEmpty = taken.sideView === null && taken.toldLean === null && taken.inclinometer === null && taken.note === null;
  useEffect(() => {
    if (text === first || isEmpty) return;
    try {
      localStorage.setItem(place, `{"id":${id},"at":${JSON.stringify(new Date().toISOString())},"taken":${text}}`);
    } catch {
      // A browser that keeps nothing works on without a draft.
    }
  }, [id, text, first, isEmpty]);
}

type Told = Readonly<Record<string, unknown>>;
const isTold = (value: unknown): value is Told => typeof value === "object" && value !== null;
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isPoint = (value: unknown): value is PicturePoint => isTold(value) && isNumber(value["x"]) && isNumber(value["y"]);
const isNullOr = <Value>(is: (value: unknown) => value is Value) => (value: unknown): value is Value | null => value === null || is(value);

/** An older Footfall may have left it: checked before it is believed. */
function isDraft(value: unknown): value is Draft {
  return isTold(value) && isNullOr(isNumber)(value["id"]) && typeof value["at"] === "string" && isTaken(value["taken"]);
}

function isTaken(value: unknown): value is PostureTaken {
  if (!isTold(value) || typeof value["day"] !== "string" || !(value["note"] === null || typeof value["note"] === "string")) return false;
  const { sideView, toldLean, inclinometer } = value;
  const isLean = toldLean === null || (isTold(toldLean) && isNumber(toldLean["degrees"]) && isNullOr(isNumber)(toldLean["spreadDegrees"]));
  const isRead = inclinometer === null || (isTold(inclinometer) && isNumber(inclinometer["sacrumDegrees"]) && isNumber(inclinometer["thoracolumbarDegrees"]));
  if (!isLean || !isRead) return false;
  if (sideView === null) return true;
  return isTold(sideView) && isNumber(sideView["width"]) && isNumber(sideView["height"]) && isNullOr(isNumber)(sideView["frameRate"]) && isNullOr(isNumber)(sideView["captureRate"])
    && Array.isArray(sideView["strides"]) && sideView["strides"].length > 0 && sideView["strides"].every(isStride);
}

function isStride(value: unknown): value is MarkedStride {
  if (!isTold(value)) return false;
  const { at, moment, points, verticalEdge } = value;
  const isEdge = verticalEdge === null || (Array.isArray(verticalEdge) && verticalEdge.length === 2 && verticalEdge.every(isPoint));
  return isEdge && isNullOr(isNumber)(at) && markedMoments.some((known) => known === moment) && isTold(points)
    && Object.entries(points).every(([joint, point]) => markedJoints.some((known) => known === joint) && isPoint(point));
}
