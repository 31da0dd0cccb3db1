import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { runnerQuery, statusQuery } from "../api/queries.ts";
import { Choice } from "../parts/choice.tsx";
import { CopiesSection } from "../copies/copies-section.tsx";
import { DataSection } from "../parts/data-section.tsx";
import { PhoneSection } from "../parts/phone-section.tsx";
import { ProfileForm } from "../parts/profile-form.tsx";
import { usePageTitle } from "../parts/shell.tsx";
import { currentTheme, takeTheme } from "../parts/theme.ts";
import { WatchedSection } from "../parts/watched-section.tsx";
import { Waiting } from "../parts/waiting.tsx";

/** The runner's body and units, the look, the data, and what Footfall is not. */
export function SettingsPage() {
  usePageTitle("Settings");
  return (
    <>
      <header className="page-head"><h1>Settings</h1></header>
      <Suspense fallback={<Waiting height={800}>Reading your settings…</Waiting>}>
        <Profile />
        <Look />
        <DataSection />
        <WatchedSection />
        <PhoneSection />
        <CopiesSection />
        <About />
      </Suspense>
    </>
  );
}

function Profile() {
  const { data } = useSuspenseQuery(runnerQuery);
  return (
    <section aria-labelledby="you-title">
      <h2 id="you-title">You</h2>
      <ProfileForm profile={data} />
    </section>
  );
}

function Look() {
  const [theme, setTheme] = useState(currentTheme);
  return (
    <section aria-labelledby="look-title">
      <h2 id="look-title">Look</h2>
      <Choice
        label="Light or dark" value={theme}
        options={[{ value: "system", name: "As the system" }, { value: "light", name: "Light" }, { value: "dark", name: "Dark" }]}
        onChoose={(next) => { takeTheme(next); setTheme(next); }}
      />
    </section>
  );
}

function About() {
  const { data } = useSuspenseQuery(statusQuery);
  return (
    <section aria-labelledby="about-title">
      <h2 id="about-title">About Footfall</h2>
      <p>Footfall reads the runs your watch recorded, reconstructs each footfall and follows its force to the discs of your lower back. Every number comes with its band and says how it came about.</p>
      <p>Footfall is not a medical device: it does not diagnose or treat. With numbness, weakness in a leg, trouble with bladder or bowel, fever, or pain that keeps you awake, see a doctor today.</p>
      <p>Your data stay on this machine. Footfall asks nothing of any other.</p>
      <p className="quiet">Version {data.version}, model {data.modelVersion}</p>
    </section>
  );
}
