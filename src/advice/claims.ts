import type { SourceId } from "../literature/index.ts";

/** What can be said of a claim; nothing else. */
export const claimVerdicts = { supported: "supported", mixed: "mixed", "not-supported": "not supported", unknown: "about you: unknown yet" } as const;
export type ClaimVerdict = keyof typeof claimVerdicts;

export const claimIds = ["pain-after-runs", "force-at-speed", "hard-ground", "thin-shoes", "worn-shoes", "posture", "worth-it"] as const;
export type ClaimId = (typeof claimIds)[number];

/** A claim of the article "Running Back Pain", and what is published of it. */
export interface Claim {
  readonly id: ClaimId;
  readonly says: string;
  /** Findings with their figures, each with its works. */
  readonly published: readonly { readonly finding: string; readonly sources: readonly SourceId[] }[];
  /** Whether the works agree. */
  readonly agreement: string;
  /** Verdict of what is published; null where only the runner's own diary can tell. */
  readonly verdict: ClaimVerdict | null;
  /** What the verdict holds of, and what it does not. */
  readonly because: string;
  /** Factors of the link analysis that speak of the same thing; a name ending in a colon stands for all that begin with it. */
  readonly factors: readonly string[];
}

/** The seven claims in the article's order. */
export const claims: readonly Claim[] = [
  {
    id: "pain-after-runs", says: "Back pain shortly after a run can be linked to the run.",
    published: [
      { finding: "Of 19 studies of runners, 0.7 to 20.2 % had low back pain, by who was asked and how; 4.5 % of 800 marathon runners did.", sources: ["maselli-2020", "wu-2021"] },
      { finding: "999 people with new back pain had more often been active in the two hours before it began than at the same hours of days before: odds ratio 2.7, by recall, and not of running alone.", sources: ["steffens-2015"] },
      { finding: "In 40 people with lasting back pain, twelve weeks of run-walk training lowered it by 15.3 of 100 points (5.3 to 25.3) against waiting: on average less than people call important.", sources: ["asteroid-2024"] },
    ],
    agreement: "They do not ask the same: activity can go before an episode in one person, and training eases pain on average.", verdict: null,
    because: "Whether it is so is a question about one person, which only that person’s own diary can answer.", factors: ["distance", "dose", "longestRunRatio", "daysSinceRest"],
  },
  {
    id: "force-at-speed", says: "Each stride at speed takes much more force than walking or light jogging.",
    published: [
      { finding: "The peak force under the foot rose from 1.0 to 1.5 times body weight in walking (1 to 3 m/s), and from 2.0 to 2.9 times in running (1.5 to 6 m/s).", sources: ["nilsson-thorstensson-1989"] },
    ],
    agreement: "They agree that running takes about twice the force of walking; slow jogging already takes most of it, so that speed itself adds far less.", verdict: "mixed",
    because: "It holds against walking. Against light jogging the difference is smaller than the claim says.", factors: ["speed"],
  },
  {
    id: "hard-ground", says: "Hard ground sends more shock back.",
    published: [
      { finding: "Pooled, the shin was shaken less on softer ground (−0.80 standard deviations, −1.42 to −0.18), while peak force, loading rate and contact time did not differ.", sources: ["mitchell-2023"] },
      { finding: "In one trial grass shook the shin more than concrete: 8.22 against 7.47 g.", sources: ["waite-2021"] },
      { finding: "Woodchip shook it less than a synthetic track, and the track was like concrete.", sources: ["boey-2017"] },
      { finding: "Runners change the stiffness of their legs from the first step on new ground, so that the ground’s own difference is mostly made up for.", sources: ["ferris-1999"] },
    ],
    agreement: "The works disagree; nobody measured what it does to the discs.", verdict: "mixed",
    because: "At the shin sometimes, in the force on the body not; of the back nothing is known.", factors: ["shareOnHardGround", "shareOnSoftGround"],
  },
  {
    id: "thin-shoes", says: "Thin or unsuitable shoes pass more shock to the spinal discs.",
    published: [
      { finding: "In 848 runners the softer of two shoes did not lower the impact peak: it was 6 % higher; in 93 runners 10 % higher in the softest.", sources: ["malisoux-2021", "baltich-2015"] },
      { finding: "Of 12 people jogging barefoot, the third lumbar vertebra was accelerated 2.6 times as abruptly as in shoes.", sources: ["ogon-2001"] },
      { finding: "Injuries of any kind were more frequent in the harder shoe (hazard ratio 1.52, 1.07 to 2.16); of back pain that trial says nothing.", sources: ["malisoux-2020"] },
      { finding: "Runners with and without back pain wore the same kinds of shoe (800 runners).", sources: ["wu-2021"] },
    ],
    agreement: "The works disagree, and none measured the discs.", verdict: "mixed",
    because: "Barefoot against shod there is a difference at the spine; between shoes nobody has found one.", factors: ["shoe:"],
  },
  {
    id: "worn-shoes", says: "Worn shoes absorb less.",
    published: [
      { finding: "Run in, shoes kept 80 % of their absorption after 240 km and 70 % after 800 km.", sources: ["cook-1985"] },
      { finding: "On a machine the peak force rose by 5 % at most over 500 km.", sources: ["wang-2012"] },
      { finding: "The forces on 24 runners were the same after 320 km.", sources: ["kong-2009"] },
    ],
    agreement: "They agree that the shoe absorbs less, and that the runner makes up for it.", verdict: "supported",
    because: "It holds of the shoe. That the runner’s own load rises with it was not found.", factors: ["shoeDistance"],
  },
  {
    id: "posture", says: "Too hunched or too erect a position adds pressure.",
    published: [
      { finding: "Standing bent by 36° the pressure in one person’s disc was 1.08 MPa, against 0.50 MPa upright and 0.60 MPa bent back by 20°.", sources: ["wilke-1999"] },
      { finding: "Beyond some 35° of bending the force rose no further.", sources: ["dreischarf-2015"] },
      { finding: "Runners who lean more take load off their knees.", sources: ["teng-powers-2015"] },
      { finding: "Marathon runners with back pain called their own posture bad more often: odds ratio 2.3 (1.2 to 4.4), by recall.", sources: ["wu-2021"] },
    ],
    agreement: "Of standing people they agree, though the pressures are one person’s; of running nobody has measured it.", verdict: "mixed",
    because: "It holds of standing. For running it is a hypothesis: no load was ever measured in a leaning runner.", factors: ["trunkLean"],
  },
  {
    id: "worth-it", says: "Running is worth doing daily or weekly: for muscle, fat and well-being.",
    published: [
      { finding: "The discs of 79 people were taller and held more water in those who ran.", sources: ["belavy-2017"] },
      { finding: "Twelve weeks of run-walk training lowered lasting back pain by 15.3 of 100 points (5.3 to 25.3) in 40 people, on average less than people call important.", sources: ["asteroid-2024"] },
      { finding: "Running on the level costs 3.4 to 4.2 J per kilogram and metre, uphill more.", sources: ["minetti-2002"] },
      { finding: "Runners with and without back pain lost the same height over half an hour’s run.", sources: ["garbutt-1990"] },
    ],
    agreement: "They agree that running is no worse for backs on average, and may be good for them. Of muscle, fat and well-being no figures were taken over here.", verdict: "supported",
    because: "It holds on average, for backs and for the energy it takes; muscle and well-being were not looked at. What it does to your own back is the first row’s question.", factors: [],
  },
];
