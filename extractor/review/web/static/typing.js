// While a person types: the characters that are left, and what the register or a check says.
import { post } from "./calls.js";

const WAIT = 350;
const timers = new WeakMap();

export function watch(card, draft) {
  const input = card.querySelector(".edit [name=typed]");
  clearTimeout(timers.get(card));
  timers.set(card, setTimeout(() => tryValue(card, draft, input), WAIT));
}

async function tryValue(card, draft, input) {
  const typed = input.value;
  const told = card.querySelector(".trial");
  if (!typed.trim()) return told.replaceChildren();
  try {
    const trial = await post(`/api/drafts/${draft}/fields/${card.dataset.key}/trial`, { typed });
    const lines = [...trial.objections.map((each) => [each, "over"]), ...trial.remarks.map((each) => [each, ""])];
    const limit = card.querySelector(".size")?.textContent.split("/")[1]?.trim();
    const count = limit ? [[`${trial.characters} van ${limit} tekens`, trial.characters > limit ? "over" : ""]] : [];
    told.replaceChildren(...[...count, ...lines].map(([text, kind]) => {
      const line = document.createElement("div");
      line.textContent = text;
      line.className = kind;
      return line;
    }));
    if (trial.repair) told.append(offer(input, trial.repair, () => watch(card, draft)));
  } catch (refused) {
    told.textContent = refused.message;
  }
}

// A value the register takes that says the same; the person presses, nothing changes by itself.
function offer(input, repair, again) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "act quiet small";
  button.textContent = `Maak ervan: ${repair.value}`;
  button.title = repair.told;
  button.addEventListener("click", () => {
    input.value = repair.value;
    input.focus();
    again();
  });
  return button;
}
