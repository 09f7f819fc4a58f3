// The document beside the fields: one place at a time, its words marked.
import { get } from "./calls.js";

const documents = document.getElementById("documenten");
const pane = document.getElementById("bron");
const steps = document.getElementById("stappen");
let shown = null;
let asked = 0;

export const shownReading = () => shown?.dataset.reading;

export async function showPlace(ref, page = 0) {
  const turn = ++asked;
  const { reading, start, end, place } = ref.dataset;
  const { name, remarks } = documents.querySelector(`[data-reading="${reading}"]`).dataset;
  for (const other of document.querySelectorAll(".ref.now")) other.classList.remove("now");
  ref.classList.add("now");
  shown = ref;
  document.getElementById("bron-naam").textContent = name;
  document.getElementById("bron-plek").textContent = [place, remarks].filter(Boolean).join(" · ");
  count(ref);
  try {
    const { html } = await get(`/api/sources/${reading}?start=${start}&end=${end}&page=${page}`);
    if (turn !== asked) return;
    pane.innerHTML = html;
    centre(pane.querySelector(".mark, mark"));
    // What cannot be drawn ahead is drawn, or refused, when it is asked for.
    fetchNext(ref).catch(() => {});
  } catch (refused) {
    if (turn === asked) pane.textContent = refused.message;
  }
}

// The pane alone scrolls: the fields beside it may not move under somebody's mouse.
function centre(mark) {
  if (!mark) return;
  const place = mark.getBoundingClientRect();
  const own = pane.getBoundingClientRect();
  pane.scrollTop += place.top - own.top - (own.height - place.height) / 2;
}

function listOwn(ref) {
  const card = ref.closest(".card");
  return card ? [...card.querySelectorAll(".ref")].filter((each) => each.checkVisibility()) : [];
}

function count(ref) {
  const all = listOwn(ref);
  steps.hidden = all.length < 2;
  steps.querySelector("span").textContent = `citaat ${all.indexOf(ref) + 1} van ${all.length}`;
}

// The page of the next citation is drawn while this one is read.
async function fetchNext(ref) {
  const all = listOwn(ref);
  const next = all[all.indexOf(ref) + 1];
  if (!next) return;
  const { reading, start, end } = next.dataset;
  const { html } = await get(`/api/sources/${reading}?start=${start}&end=${end}&page=0`);
  const picture = html.match(/href="(\/api\/sources\/[^"]+\.png)"/)?.[1];
  if (picture) new Image().src = picture;
}

steps?.addEventListener("click", (event) => {
  const by = Number(event.target.closest("[data-step]")?.dataset.step);
  const all = shown ? listOwn(shown) : [];
  if (by && all.length) showPlace(all[(all.indexOf(shown) + by + all.length) % all.length]);
});

pane?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-turn]");
  if (button && shown) showPlace(shown, Number(button.dataset.turn));
});
