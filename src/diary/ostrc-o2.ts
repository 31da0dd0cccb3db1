/** The four questions, in their order. */
export const ostrcQuestions = ["participation", "modification", "performance", "pain"] as const;
export type OstrcQuestion = (typeof ostrcQuestions)[number];

/** Which of a question's four answers was given, 0 the first. */
export type OstrcAnswer = 0 | 1 | 2 | 3;
export type OstrcAnswers = Readonly<Partial<Record<OstrcQuestion, OstrcAnswer>>>;

export interface OstrcScore {
  /** 0 (none) to 100; there is no clinical cut-off. */
  readonly score: number;
  /** The paper's "substantial problem": could not take part, or a moderate or major answer to the second or third question. */
  readonly isSubstantial: boolean;
}

/** What each of the four answers counts, on every question. */
const points = [0, 8, 17, 25] as const;
const substantialFrom = 17;

const extent = ["to a minor extent", "to a moderate extent", "to a major extent"] as const;

/** Wording of the OSTRC-O2 (Clarsen et al. 2020) for the lower back; it is kept as it is. */
export const ostrcWording: Readonly<Record<OstrcQuestion, { readonly question: string; readonly answers: readonly [string, string, string, string] }>> = {
  participation: {
    question: "Have you had any difficulties participating in training and competition due to lower back problems during the past 7 days?",
    answers: ["Full participation without lower back problems", "Full participation, but with lower back problems", "Reduced participation due to lower back problems", "Could not participate due to lower back problems"],
  },
  modification: { question: "To what extent have you modified your training or competition due to lower back problems during the past 7 days?", answers: ["No modification", ...capitalised(extent)] },
  performance: { question: "To what extent have lower back problems affected your performance during the past 7 days?", answers: ["No effect", ...capitalised(extent)] },
  pain: { question: "To what extent have you experienced lower back pain related to your sport during the past 7 days?", answers: ["No pain", "Mild pain", "Moderate pain", "Severe pain"] },
};

/** The question to ask next; null when enough is answered. The first is the gatekeeper: its first and its last answer end the questionnaire. */
export function nextOstrcQuestion(answers: OstrcAnswers): OstrcQuestion | null {
  if (answers.participation === 0 || answers.participation === 3) return null;
  return ostrcQuestions.find((question) => answers[question] === undefined) ?? null;
}

/** The severity score; null while a question that must be asked is open. Answers behind a closed gate do not count. */
export function scoreOstrc(answers: OstrcAnswers): OstrcScore | null {
  if (nextOstrcQuestion(answers) !== null) return null;
  const { participation = 0, modification = 0, performance = 0, pain = 0 } = answers;
  if (participation === 0) return { score: 0, isSubstantial: false };
  if (participation === 3) return { score: 100, isSubstantial: true };
  const score = points[participation] + points[modification] + points[performance] + points[pain];
  return { score, isSubstantial: points[modification] >= substantialFrom || points[performance] >= substantialFrom };
}

function capitalised([minor, moderate, major]: typeof extent): [string, string, string] {
  const first = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return [first(minor), first(moderate), first(major)];
}
