import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RunnerProfile, RunnerProfileChange } from "../../../server/api.ts";
import { ask } from "../api/ask.ts";
import { runnerQuery } from "../api/queries.ts";
import type { Units } from "../words/units.ts";
import { HeightField, MassField, NumberField } from "./body-fields.tsx";
import { Choice } from "./choice.tsx";
import { UnitChoice } from "./unit-choice.tsx";

/** What the model is told of the runner, each with what it is used for. */
export function ProfileForm({ profile }: { readonly profile: RunnerProfile }) {
  const client = useQueryClient();
  const [body, setBody] = useState({ mass: profile.mass, height: profile.height, sex: profile.sex, birthYear: profile.birthYear, trunkLeanDegrees: profile.trunkLeanDegrees });
  const put = (change: RunnerProfileChange) => ask<RunnerProfile>("/api/runner", { method: "PUT", json: change });
  const save = useMutation({
    mutationFn: put,
    onSuccess: async (next) => {
      client.setQueryData(runnerQuery.queryKey, next);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "runner" });
    },
  });
  const saveUnits = useMutation({ mutationFn: put, onError: () => client.invalidateQueries({ queryKey: runnerQuery.queryKey }) });
  // Units only change words, so they change at once; a refusal puts the old ones back.
  const takeUnits = (units: Units): void => {
    client.setQueryData(runnerQuery.queryKey, { ...profile, units });
    saveUnits.mutate({ units });
  };
  const { units } = profile;
  return (
    <>
      <UnitChoice units={units} onChange={takeUnits} />
      <form className="profile" onSubmit={(event) => { event.preventDefault(); save.mutate(body); }}>
        <MassField units={units} value={body.mass} onChange={(mass) => setBody({ ...body, mass })} note="Turns forces into multiples of your weight, and back." />
        <HeightField units={units} value={body.height} onChange={(height) => setBody({ ...body, height })} note="Sets the length of your legs, and with it contact time and leg stiffness." />
        <div className="field">
          <Choice
            label="Sex" value={body.sex ?? "untold"} options={[{ value: "female", name: "Female" }, { value: "male", name: "Male" }, { value: "untold", name: "Not told" }]}
            onChoose={(sex) => setBody({ ...body, sex: sex === "untold" ? null : sex })}
          />
          <p className="quiet">Completes your weight or height where you leave one out.</p>
        </div>
        <NumberField
          label="Birth year" unit="" shown={body.birthYear === null ? "" : String(body.birthYear)} note="Kept for comparing you with people of your age; no figure of a run uses it yet."
          refusal="A year between 1900 and this one, four figures." read={(year) => (Number.isInteger(year) && year >= 1900 && year <= new Date().getFullYear() ? year : null)}
          onChange={(birthYear) => setBody({ ...body, birthYear })}
        />
        <NumberField
          label="Trunk lean while running" unit="°" shown={body.trunkLeanDegrees === null ? "" : String(body.trunkLeanDegrees)} note="How far your trunk leans forward from upright. Left empty, a usual lean is assumed and the band is wider; a posture kept under Change goes before it."
          refusal="Degrees between −10 and 30." read={(lean) => (lean >= -10 && lean <= 30 ? lean : null)} onChange={(trunkLeanDegrees) => setBody({ ...body, trunkLeanDegrees })}
        />
        {(save.error ?? saveUnits.error) && <p role="alert">{(save.error ?? saveUnits.error)?.message}</p>}
        <div className="actions">
          <button type="submit" className="main" disabled={save.isPending}>Save</button>
          <span role="status" className="quiet">{save.isPending ? "Saving…" : save.isSuccess ? "Saved." : ""}</span>
        </div>
      </form>
    </>
  );
}
