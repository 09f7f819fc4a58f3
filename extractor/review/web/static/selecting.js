// Words selected in the source go into a field with their place; the server cuts them itself.
import { findCard, findCurrent } from "./cards.js";
import { take } from "./deciding.js";
import { shownReading } from "./source.js";

const pane = document.getElementById("bron");
const bar = document.getElementById("opnemen");
const button = bar.querySelector("[data-take]");
const other = bar.querySelector("select");
let selected = null;

function isTouched(range, word) {
  const own = document.createRange();
  own.selectNodeContents(word);
  return range.compareBoundaryPoints(Range.END_TO_START, own) < 0 && range.compareBoundaryPoints(Range.START_TO_END, own) > 0;
}

function findSelected() {
  const selection = getSelection();
  if (selection.isCollapsed || !pane.contains(selection.anchorNode) || !pane.contains(selection.focusNode)) return null;
  const range = selection.getRangeAt(0);
  const words = [...pane.querySelectorAll("[data-s]")].filter((word) => isTouched(range, word));
  if (!words.length) return null;
  const starts = words.map((word) => Number(word.dataset.s));
  const ends = words.map((word) => Number(word.dataset.e));
  return { reading: shownReading(), start: Math.min(...starts), end: Math.max(...ends) };
}

function offer() {
  selected = findSelected();
  bar.hidden = !selected;
  const card = findCurrent();
  if (!selected || !card?.dataset.key) return;
  if ([...other.options].some((option) => option.value === card.dataset.key)) other.value = card.dataset.key;
  name();
}

function name() {
  button.textContent = `Zet in ‘${other.selectedOptions[0].textContent}’`;
}

document.addEventListener("selectionchange", () => {
  if (!bar.contains(document.activeElement)) offer();
});
other.addEventListener("change", name);
button.addEventListener("click", () => {
  if (selected) take(findCard(other.value), selected);
  bar.hidden = true;
  getSelection().removeAllRanges();
});
