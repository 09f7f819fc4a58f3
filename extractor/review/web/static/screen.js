// The quick screen: a person's answers, what they lead to, and the words that speak to each step.
import { post } from "./calls.js";
import { withName } from "./naming.js";
import { showPlace } from "./source.js";

const draft = document.querySelector(".split").dataset.draft;
const form = document.getElementById("toetsvragen");
const outcome = document.getElementById("uitkomst");
const told = document.querySelector(".outcome .told");

const readAnswers = () => Object.fromEntries(new FormData(form));

function hideWhatIsSettled() {
  const settled = readAnswers().algorithm === "no";
  for (const step of form.querySelectorAll(".step")) step.hidden = settled && step.dataset.step !== "algorithm";
}

async function tryAnswers() {
  hideWhatIsSettled();
  try {
    outcome.textContent = (await post(`/api/drafts/${draft}/screen/trial`, { answers: readAnswers() })).outcome;
  } catch (refused) {
    told.textContent = refused.message;
  }
}

async function settle(path, body) {
  try {
    await post(`/api/drafts/${draft}/${path}`, body);
    location.reload();
  } catch (refused) {
    told.textContent = refused.message;
  }
}

form?.addEventListener("change", tryAnswers);
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  withName(() => settle("screen", { answers: readAnswers(), seen: { decision: form.dataset.seen || null } }));
});
document.addEventListener("click", (event) => {
  const ref = event.target.closest(".ref");
  if (ref) return showPlace(ref);
  if (event.target.closest("[data-undo]")) return withName(() => settle("screen/undo", {}));
  if (!event.target.closest("[data-said]")) return null;
  for (const said of form.querySelectorAll("[data-says]")) said.checked = true;
  return tryAnswers();
});
if (form) hideWhatIsSettled();
const first = document.querySelector(".ref");
if (first) showPlace(first);
