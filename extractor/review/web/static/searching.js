// Search in the dossier: the passages come in the pane, and each opens where it stands.
import { get } from "./calls.js";
import { draft } from "./cards.js";
import { showPlace } from "./source.js";

const pane = document.getElementById("bron");
const form = document.getElementById("zoek");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const words = form.elements.words.value.trim();
  if (!words) return;
  document.getElementById("bron-naam").textContent = `Gezocht: ${words}`;
  document.getElementById("bron-plek").textContent = "Kies een passage om te zien waar die staat.";
  document.getElementById("stappen").hidden = true;
  try {
    const { html } = await get(`/api/drafts/${draft}/search?words=${encodeURIComponent(words)}`);
    pane.innerHTML = html;
    pane.scrollTop = 0;
    pane.querySelector(".hit")?.focus();
  } catch (refused) {
    pane.textContent = refused.message;
  }
});

pane.addEventListener("click", (event) => {
  const hit = event.target.closest(".hit");
  if (hit) showPlace(hit);
});
