import { useMutation } from "@tanstack/react-query";
import { useId, useMemo, useReducer, useState } from "react";
import { leanLoad, pointTroubles, postureFindings, type PostureTaken, type SideView } from "../../../../src/index.ts";
import type { PostureChange, PostureKept } from "../../../server/posture-api.ts";
import { ask } from "../api/ask.ts";
import { useEdit } from "../change/use-edit.ts";
import { NumberField } from "../parts/body-fields.tsx";
import { dropDraft, useDraft } from "./draft.ts";
import { FindingsView } from "./findings-view.tsx";
import { marksOf, marksReducer, noMarks, sideViewOf, type Marks } from "./marks.ts";
import { openMedia, type Media } from "./media.ts";
import { SideViewMarker, type Rates } from "./side-view-marker.tsx";
import { useClosing } from "./use-closing.ts";

const unknownRates: Rates = { frameRate: 30, captureRate: null };

/** Takes a posture: a side view, a lean measured elsewhere, two readings of the lower back; at least one of them. `begun` is what it starts from: an entry, or a draft of one. */
export function PostureForm({ id, begun, today, onDone }: { readonly id: number | null; readonly begun: PostureTaken | null; readonly today: string; readonly onDone: () => void }) {
  const ids = useId();
  const edit = useEdit();
  const kept = begun?.sideView ?? null;
  const [history, dispatch] = useReducer(marksReducer, noMarks, (empty) => (kept ? { now: marksOf(kept, (_, index) => index), past: [] } : empty));
  const [media, setMedia] = useState<Media | null>(() => kept && { kind: "points", name: "", width: kept.width, height: kept.height, frames: kept.strides.length, day: begun?.day ?? today, close: () => undefined });
  const [rates, setRates] = useState<Rates>(unknownRates);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [day, setDay] = useState(begun?.day ?? today);
  const [lean, setLean] = useState(begun?.toldLean?.degrees ?? null);
  const [sacrum, setSacrum] = useState(begun?.inclinometer?.sacrumDegrees ?? null);
  const [thoracolumbar, setThoracolumbar] = useState(begun?.inclinometer?.thoracolumbarDegrees ?? null);
  const [note, setNote] = useState(begun?.note ?? "");
  useClosing(media);
  const sideView = useMemo(() => {
    if (!media) return null;
    const isVideo = media.kind === "video";
    const view = sideViewOf(history.now, { width: media.width, height: media.height, frameRate: isVideo ? rates.frameRate : null, captureRate: isVideo ? rates.captureRate : null, hasOneEdge: isVideo });
    // Points kept from a video stay at their own times.
    return view && media.kind === "points" && kept ? { ...view, frameRate: kept.frameRate, captureRate: kept.captureRate, strides: view.strides.map((stride, index) => ({ ...stride, at: kept.strides[index]?.at ?? null })) } : view;
  }, [media, history.now, rates, kept]);
  const taken: PostureTaken = {
    day, sideView, toldLean: lean === null ? null : { degrees: lean, spreadDegrees: begun?.toldLean?.spreadDegrees ?? null },
    inclinometer: sacrum === null || thoracolumbar === null ? null : { sacrumDegrees: sacrum, thoracolumbarDegrees: thoracolumbar }, note: note.trim() === "" ? null : note.trim(),
  };
  useDraft(id, taken);
  const findings = postureFindings(taken);
  const hasTrouble = sideView !== null && pointTroubles(sideView).length > 0;
  const save = useMutation({
    mutationFn: (change: PostureChange) => edit(() => ask<PostureKept>(id === null ? "/api/posture" : `/api/posture/${id}`, { method: id === null ? "POST" : "PUT", json: change })),
    onSuccess: () => {
      dropDraft();
      onDone();
    },
  });
  const choose = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    try {
      const opened = await openMedia(files);
      setTrouble(null);
      const opening: Rates = opened.kind === "video" ? { frameRate: opened.timing.frameRate ?? unknownRates.frameRate, captureRate: opened.timing.captureRate ?? opened.timing.frameRate } : unknownRates;
      setRates(opening);
      dispatch({ do: "start", marks: marksOn(opened, opening, sideView) });
      if (opened.day <= today) setDay(opened.day);
      setMedia(opened);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form className="posture-form" onSubmit={(event) => { event.preventDefault(); save.mutate(taken); }}>
      <section aria-labelledby={`${ids}-view`}>
        <h2 id={`${ids}-view`}>{id === null ? "A side view" : "The side view"}</h2>
        <p>Film yourself, or have yourself photographed, exactly from the side, the camera at hip height, something upright in sight. The picture stays in this browser: it is not sent and not kept, only the points you mark are. If you leave before you keep them, they wait as a draft in this browser; the picture has to be chosen again.</p>
        <div className="actions">
          <label className="button" htmlFor={`${ids}-file`}>{media ? "Choose another photo or video" : "Choose photos or a video"}</label>
          <input id={`${ids}-file`} className="unseen file-choice" type="file" accept="image/*,video/*" multiple onChange={(event) => { void choose([...event.target.files ?? []]); event.target.value = ""; }} />
          {media && media.name !== "" && <span className="quiet file-name">{media.name}</span>}
        </div>
        {trouble && <p role="alert">{trouble}{media ? " What you marked is still here." : ""}</p>}
        {media && <SideViewMarker media={media} rates={rates} onRates={setRates} history={history} dispatch={dispatch} sideView={sideView} key={media.name} />}
      </section>
      {sideView && !hasTrouble && !findings.trunkLean && !findings.overstride && <p className="quiet">For the angle of the trunk mark shoulder and hip, and once ankle and toe: they tell which way you run.</p>}
      <FindingsView findings={{ ...findings, leverLoad: leanLoad(findings) }} />
      <section aria-labelledby={`${ids}-back`}>
        <h2 id={`${ids}-back`}>The curve of your lower back, if you like</h2>
        <p>Stand as you usually stand. Hold the long edge of the phone, its level showing degrees from upright, along the sacrum, the flat bone between the dimples above your buttocks; then along the spine where rib cage and lower back meet. Another pair of hands helps.</p>
        <div className="pair">
          <NumberField label="At the sacrum" unit="°" shown={text(sacrum)} note="Positive where the top leans forward." refusal="Degrees between −20 and 70." read={(value) => (value >= -20 && value <= 70 ? value : null)} onChange={setSacrum} />
          <NumberField label="At the thoracolumbar junction" unit="°" shown={text(thoracolumbar)} note="Positive where the top leans back." refusal="Degrees between −20 and 60." read={(value) => (value >= -20 && value <= 60 ? value : null)} onChange={setThoracolumbar} />
        </div>
        <p className="quiet">Read on the skin by yourself, the sum is off by about 6°, and the bones curve more than the skin: the band says so.</p>
      </section>
      <details open={lean !== null}>
        <summary>A lean measured elsewhere</summary>
        <NumberField label="Trunk to upright while running" unit="°" shown={text(lean)} note="From a laboratory, say. A side view above goes before it." refusal="Degrees between −30 and 60." read={(value) => (value >= -30 && value <= 60 ? value : null)} onChange={setLean} />
      </details>
      <div className="pair">
        <div className="field">
          <label htmlFor={`${ids}-day`}>Day it was taken</label>
          <input id={`${ids}-day`} type="date" required max={today} value={day} onChange={(event) => setDay(event.target.value)} />
          <p className="quiet">Runs from that day on are computed with it.</p>
        </div>
        <div className="field">
          <label htmlFor={`${ids}-note`}>Note</label>
          <input id={`${ids}-note`} type="text" maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
          <p className="quiet">Speed, slope, shoe, how tired: what to film again in the same way.</p>
        </div>
      </div>
      {save.error && <p role="alert">{save.error.message}</p>}
      <div className="actions">
        <button type="submit" className="main" disabled={save.isPending || hasTrouble || day === ""}>{id === null ? "Keep this posture" : "Save the change"}</button>
        <button type="button" className="plain" onClick={onDone}>Leave it</button>
        <span role="status" className="quiet">{save.isPending ? "Saving…" : ""}</span>
      </div>
    </form>
  );
}

/** Marks belong to the pictures they were made on: those of the same size, brought back under their points, keep them; others begin anew. */
function marksOn(opened: Media, { frameRate }: Rates, sideView: SideView | null): Marks {
  if (!sideView || sideView.width !== opened.width || sideView.height !== opened.height) return noMarks.now;
  const isFromVideo = sideView.strides.every(({ at }) => at !== null);
  if (opened.kind === "video") return isFromVideo ? marksOf(sideView, ({ at }) => Math.floor((at ?? 0) * frameRate + 1e-6), true) : noMarks.now;
  return isFromVideo ? noMarks.now : marksOf(sideView, (_, index) => index);
}

const text = (value: number | null): string => (value === null ? "" : String(value));
