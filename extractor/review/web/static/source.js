// The document beside the fields: one place at a time, its words marked.
import { get } from "./calls.js";

const documents = document.getElementById("documenten");
const pane = document.getElementById("bron");
let shown = null;
let asked = 0;

export async function showPlace(ref, page = 0) {
  const turn = ++asked;
  const { reading, start, end, place } = ref.dataset;
  const { name, remarks } = documents.querySelector(`[data-reading="${reading}"]`).dataset;
  for (const other of document.querySelectorAll(".ref.now")) other.classList.remove("now");
  ref.classList.add("now");
  shown = ref;
  document.getElementById("bron-naam").textContent = name;
  document.getElementById("bron-plek").textContent = [place, remarks].filter(Boolean).join(" · ");
  try {
    const { html } = await get(`/api/sources/${reading}?start=${start}&end=${end}&page=${page}`);
    if (turn !== asked) return;
    pane.innerHTML = html;
    pane.querySelector(".mark, mark")?.scrollIntoView({ block: "center" });
  } catch (refused) {
    if (turn === asked) pane.textContent = refused.message;
  }
}

pane?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-turn]");
  if (button && shown) showPlace(shown, Number(button.dataset.turn));
});
