import { covariates, skies, weatherWords, type Covariate, type DayCovariateId, type ToldWeather } from "../../../../src/index.ts";
import { NumberField } from "../parts/body-fields.tsx";
import { Choice } from "../parts/choice.tsx";

type Answers = Readonly<Partial<Record<DayCovariateId, number>>>;

/** Numbers that most answers are; others are typed. */
const usualNumbers: Readonly<Partial<Record<DayCovariateId, readonly number[]>>> = { hoursOfSleep: [5, 6, 7, 8, 9], sittingHours: [2, 4, 6, 8, 10] };

/** The questions a runner chose, for one day: a tap each, kept at once. */
export function DayQuestions({ chosen, answers, temperatureFromFile, weatherFromFile, onAnswer }: { readonly chosen: readonly DayCovariateId[]; readonly answers: Answers; readonly temperatureFromFile: number | null; readonly weatherFromFile: ToldWeather | null; readonly onAnswer: (id: DayCovariateId, value: number | null) => void }) {
  return (
    <div className="day-questions">
      {covariates.filter(({ id }) => chosen.includes(id)).map((covariate) => <Question key={covariate.id} covariate={covariate} note={covariate.id === "temperature" ? temperatureNote(temperatureFromFile, weatherFromFile) : undefined} value={answers[covariate.id] ?? answerOfFile(covariate.id, weatherFromFile)} onAnswer={(value) => onAnswer(covariate.id, value)} />)}
    </div>
  );
}

/** What a run's file tells of the weather stands until the runner says otherwise. */
function answerOfFile(id: DayCovariateId, weather: ToldWeather | null): number | null {
  if (!weather) return null;
  if (id === "temperature") return weather.airTemperatureCelsius === null ? null : Math.round(weather.airTemperatureCelsius);
  return id === "weather" && weather.sky ? skies.indexOf(weather.sky) : null;
}

function temperatureNote(felt: number | null, weather: ToldWeather | null): string | undefined {
  if (weather) return `From your run: ${weatherWords(weather)}. Say otherwise if it was.`;
  return felt === null ? undefined : `Your watch felt ${Math.round(felt)} °C on the run; the wrist warms it.`;
}

function Question({ covariate, note, value, onAnswer }: { readonly covariate: Covariate; readonly note: string | undefined; readonly value: number | null; readonly onAnswer: (value: number | null) => void }) {
  const { question, answers, unit, low, high, id } = covariate;
  const choices = answers ?? usualNumbers[id]?.map((number) => ({ text: `${number} ${unit ?? ""}`, value: number })) ?? [];
  const isOther = answers === null && value !== null && !choices.some((choice) => choice.value === value);
  return (
    <div className="day-question">
      {choices.length > 0 && <Choice label={question} value={value === null || isOther ? null : String(value)} options={choices.map((choice) => ({ value: String(choice.value), name: choice.text }))} onChoose={(text) => onAnswer(Number(text))} />}
      {answers === null && (
        <NumberField
          key={isOther || choices.length === 0 ? String(value) : "other"} label={choices.length > 0 ? "another number" : question} unit={unit ?? ""} shown={value === null || (choices.length > 0 && !isOther) ? "" : String(value)}
          note={note} refusal={`A number from ${low} to ${high}.`} read={(told) => (told >= low && told <= high ? told : null)} onChange={(told) => { if (told !== null) onAnswer(told); }}
        />
      )}
      {value !== null && <button type="button" className="plain" onClick={() => onAnswer(null)} aria-label={`Take back: ${question}`}>Take back</button>}
    </div>
  );
}

/** Which of the questions are asked each day, each with why it may matter. */
export function QuestionChoice({ chosen, onChoose }: { readonly chosen: readonly DayCovariateId[]; readonly onChoose: (chosen: readonly DayCovariateId[]) => void }) {
  return (
    <ul className="question-choice">
      {covariates.map(({ id, name, why }) => (
        <li key={id}>
          <label className="check"><input type="checkbox" checked={chosen.includes(id)} onChange={() => onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])} /><span>{name}</span></label>
          <p className="quiet">{why}</p>
        </li>
      ))}
    </ul>
  );
}
