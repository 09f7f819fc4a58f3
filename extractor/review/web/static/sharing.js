// What others decide meanwhile: cards are renewed, but never under somebody who is typing.
import { get } from "./calls.js";
import { draft, isAtWork, listCards, refresh } from "./cards.js";

const WAIT = 3000;
const told = document.getElementById("anderen");
const signing = document.getElementById("vaststelling");
let head = document.querySelector(".split").dataset.head;

async function look() {
  if (document.hidden) return;
  const state = await get(`/api/drafts/${draft}/state?head=${head}`);
  if (!state.seen) return;
  const behind = listCards().filter((card) => card.dataset.seen !== state.seen[card.dataset.key]);
  for (const card of behind) {
    if (isAtWork(card)) card.querySelector(".told").textContent = "Een ander koos ondertussen iets voor dit veld.";
    else flash(await refresh(card));
  }
  if (!signing.contains(document.activeElement)) signing.innerHTML = state.signing;
  document.getElementById("voortgang").innerHTML = state.progress;
  head = behind.some(isAtWork) ? head : state.head;
}

function flash(card) {
  card.classList.add("fresh");
  told.hidden = false;
  told.textContent = `Veranderd door een ander: ${card.querySelector("h3").firstChild.textContent.trim()}`;
  setTimeout(() => {
    card.classList.remove("fresh");
    told.hidden = true;
  }, 4000);
}

async function follow() {
  try {
    await look();
  } catch {
    // No connection just now: the next look says it again, and deciding tells the reviewer.
  }
  setTimeout(follow, WAIT);
}

setTimeout(follow, WAIT);
