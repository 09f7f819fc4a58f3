// The inventory: read a list, find a candidate, and say what became of it.
import { followFolders, tell } from "./browsing.js";
import { post } from "./calls.js";
import { withName } from "./naming.js";

const path = document.getElementById("lijst");
const folders = document.getElementById("mappen");
const found = document.getElementById("gevonden");
const read = document.getElementById("gelezen");
const told = document.getElementById("melding");
const overview = document.getElementById("overzicht");
const dialog = document.getElementById("keuze");
const form = document.getElementById("keuze-form");
const refusal = form.querySelector(".told");

// What a person filtered on stays when the list is shown anew.
const FILTERS = ["filter", "uitkomst-filter", "dienst-filter"];
const wanted = () => FILTERS.map((id) => document.getElementById(id)?.value ?? "");

function sift() {
  const [words, kind, service] = wanted();
  const rows = [...overview.querySelectorAll("tbody tr")];
  for (const row of rows) {
    const { name, kind: own, service: where } = row.dataset;
    row.hidden = !name.includes(words.trim().toLowerCase()) || Boolean(kind && own !== kind) || Boolean(service && where !== service);
  }
  const none = document.getElementById("none");
  if (none) none.hidden = rows.some((row) => !row.hidden);
}

function show(html) {
  const kept = wanted();
  overview.innerHTML = html;
  FILTERS.forEach((id, place) => {
    const filter = document.getElementById(id);
    if (filter) filter.value = kept[place];
  });
  sift();
}

overview.addEventListener("input", sift);

function readChoices() {
  const asked = { path: path.value };
  const columns = document.getElementById("kolommen");
  if (!columns) return asked;
  const chosen = {};
  for (const select of columns.querySelectorAll("[name=role]")) {
    for (const { value } of select.options) if (value) chosen[value] ??= "";
  }
  for (const select of columns.querySelectorAll("[name=role]")) {
    if (select.value) chosen[select.value] = select.dataset.heading;
  }
  return { ...asked, columns: chosen, sheet: columns.elements.sheet?.value ?? "", name: columns.elements.name.value.trim() };
}

async function look(sheet = "") {
  folders.replaceChildren();
  const seen = await tell(() => post("/api/inventory/preview", { path: path.value, sheet }));
  if (seen) found.innerHTML = seen.html;
  else found.replaceChildren();
}

followFolders({ address: "/api/inventory/files", start: () => "", path, look });
found.addEventListener("change", (event) => {
  if (event.target.name === "sheet") look(event.target.value);
});
found.addEventListener("submit", async (event) => {
  event.preventDefault();
  const kept = await tell(() => post("/api/inventory/lists", readChoices()));
  if (!kept) return;
  found.replaceChildren();
  document.querySelector(".add").open = false;
  read.innerHTML = kept.told;
  show(kept.html);
});

function fit() {
  for (const label of form.querySelectorAll("[data-with]")) label.hidden = label.dataset.with !== form.elements.kind.value;
}

function open(row) {
  const { title, chosen, part, ground, note, dossier } = row.dataset;
  form.dataset.id = row.dataset.id;
  form.dataset.dossier = dossier;
  document.getElementById("keuze-titel").textContent = title;
  const others = [...overview.querySelectorAll("tbody tr")].filter((each) => each !== row);
  const none = form.elements.part_of.options[0];
  form.elements.part_of.replaceChildren(none, ...others.map((each) => new Option(each.dataset.title, each.dataset.id)));
  Object.entries({ kind: chosen, part_of: part, ground, note, dossier }).forEach(([key, value]) => {
    form.elements[key].value = value;
  });
  form.dataset.before = readOutcome();
  refusal.textContent = "";
  fit();
  dialog.showModal();
}

const given = (kind, key) => (form.elements.kind.value === kind ? form.elements[key].value : "");
const makeOutcome = () => ({
  kind: form.elements.kind.value,
  part_of: given("part of", "part_of"),
  ground: given("not published", "ground"),
  note: form.elements.note.value,
});
const readOutcome = () => JSON.stringify(makeOutcome());

async function link(id, dossier) {
  const linked = await tell(() => post(`/api/inventory/candidates/${id}/dossier`, { dossier }), dialog.open ? refusal : told);
  if (linked) show(linked.html);
  return linked;
}

async function save() {
  const { id, before, dossier } = form.dataset;
  if (readOutcome() !== before) {
    const chosen = await tell(() => post(`/api/inventory/candidates/${id}/outcome`, makeOutcome()), refusal);
    if (!chosen) return;
    show(chosen.html);
    form.dataset.before = readOutcome();
  }
  if (form.elements.dossier.value !== dossier && !(await link(id, form.elements.dossier.value))) return;
  dialog.close();
  document.querySelector(`#k-${id} [data-choose]`)?.focus();
}

overview.addEventListener("click", (event) => {
  const row = event.target.closest("tbody tr");
  if ("choose" in event.target.dataset) open(row);
  if (event.target.dataset.link) withName(() => link(row.dataset.id, event.target.dataset.link));
});
form.elements.kind.addEventListener("input", fit);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  withName(save);
});
document.getElementById("sluit").addEventListener("click", () => dialog.close());
