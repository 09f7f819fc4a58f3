// The list of dossiers: find, filter and sort them.
import "./adding.js";
import { post } from "./calls.js";
import { withName } from "./naming.js";

const filter = document.getElementById("filter");
const state = document.getElementById("staat");
const organisation = document.getElementById("organisatie");
const body = document.querySelector(".list tbody");
const rows = () => [...document.querySelectorAll(".list tbody tr")];

function sift() {
  const wanted = filter.value.trim().toLowerCase();
  for (const row of rows()) {
    const fits = row.dataset.name.includes(wanted) && (!state.value || row.dataset.state === state.value);
    row.hidden = !fits || Boolean(organisation?.value && row.dataset.organisation !== organisation.value);
  }
  document.getElementById("none").hidden = rows().some((row) => !row.hidden);
}

for (const each of [filter, state, organisation]) each?.addEventListener("input", sift);

document.querySelector(".list thead")?.addEventListener("click", (event) => {
  const head = event.target.closest("th[data-sort]");
  if (!head) return;
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of head.parentElement.children) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const key = head.dataset.sort;
  const sorted = rows().sort((one, other) => one.dataset[key].localeCompare(other.dataset[key], "nl", { numeric: true }));
  body.append(...(down ? sorted.reverse() : sorted));
});

// A value of the organisation's profile, taken over in several drafts in one act.
for (const form of document.querySelectorAll(".profile")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const drafts = [...form.querySelectorAll("[name=draft]:checked")].map((box) => box.value);
    const { field, value } = form.dataset;
    withName(async () => {
      try {
        await post("/api/profile", { field, value, drafts });
        location.reload();
      } catch (refused) {
        form.querySelector(".told").textContent = refused.message;
      }
    });
  });
}
