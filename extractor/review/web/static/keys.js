// Single keys; they can be switched off, and then every action still has its button (WCAG 2.1.4).
import { findCurrent, openForm, step, stepPlace } from "./cards.js";

const KEPT = "bronvast-toetsen";
const dialog = document.getElementById("toetsen");
const box = document.getElementById("los");
const MOVES = {
  j: () => step(1),
  k: () => step(-1),
  n: () => stepPlace(1),
  p: () => stepPlace(-1),
  "/": () => document.querySelector("#zoek input").focus(),
};
const ACTS = { a: "accept", e: "edit", x: "leave", u: "undo" };

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  const card = findCurrent();
  if (event.key === "Escape" && event.target.closest(".card form")) return openForm(card, "");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "?") return dialog.showModal();
  if (!box.checked) return;
  const button = card?.querySelector(`.acts.main [data-do="${ACTS[event.key]}"]`);
  const act = MOVES[event.key] ?? (button && (() => button.click()));
  if (!act) return;
  event.preventDefault();
  act();
});

document.getElementById("hulp").addEventListener("click", () => dialog.showModal());
box.checked = localStorage.getItem(KEPT) !== "uit";
box.addEventListener("change", () => localStorage.setItem(KEPT, box.checked ? "aan" : "uit"));
