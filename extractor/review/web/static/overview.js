// The list of dossiers, and a folder of this machine into drafts.
import { get, post } from "./calls.js";

const WAIT = 500;
const filter = document.getElementById("filter");
const found = document.getElementById("gevonden");
const told = document.getElementById("melding");
const work = document.getElementById("werk");
const path = document.getElementById("map");

filter?.addEventListener("input", () => {
  const wanted = filter.value.trim().toLowerCase();
  const rows = [...document.querySelectorAll("tbody tr")];
  for (const row of rows) row.hidden = !row.dataset.name.includes(wanted);
  document.getElementById("none").hidden = rows.some((row) => !row.hidden);
});

async function tell(act) {
  told.textContent = "";
  try {
    return await act();
  } catch (refused) {
    told.textContent = refused.message;
    return null;
  }
}

document.getElementById("kijk").addEventListener("submit", async (event) => {
  event.preventDefault();
  found.textContent = "Bezig met inlezen …";
  const scanned = await tell(() => post("/api/folders/scan", { path: path.value }));
  found.innerHTML = scanned?.html ?? "";
});

found.addEventListener("click", async (event) => {
  if (event.target.id !== "maak") return;
  const begun = await tell(() => post("/api/folders/drafts", { path: path.value }));
  if (!begun) return;
  found.replaceChildren();
  follow(begun);
});

function follow(now) {
  work.hidden = false;
  const bar = work.querySelector("progress");
  bar.max = now.total;
  bar.value = now.done;
  work.querySelector("span").textContent = `${now.done} van ${now.total} · ${now.step}`;
  if (now.state === "busy") {
    setTimeout(async () => follow((await tell(() => get("/api/folders/drafts"))) ?? now), WAIT);
  } else if (now.failures.length) {
    work.hidden = true;
    told.textContent = `Niet gelukt: ${now.failures.join("; ")}`;
  } else {
    location.reload();
  }
}

const now = await tell(() => get("/api/folders/drafts"));
if (now?.state === "busy") {
  document.querySelector(".add").open = true;
  follow(now);
}
