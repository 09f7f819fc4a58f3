// A folder of this machine into drafts: browse, look, group otherwise, and follow the work.
import { followFolders, tell } from "./browsing.js";
import { get, post } from "./calls.js";
import { withName } from "./naming.js";

const WAIT = 500;
const found = document.getElementById("gevonden");
const folders = document.getElementById("mappen");
const told = document.getElementById("melding");
const work = document.getElementById("werk");
const failed = document.getElementById("mislukt");
const path = document.getElementById("map");

async function show(ask) {
  const scanned = await tell(ask);
  if (scanned) found.innerHTML = scanned.html;
}

const look = () => {
  found.textContent = "Bezig met inlezen …";
  folders.replaceChildren();
  return show(() => post("/api/folders/scan", { path: path.value })).finally(() => {
    if (told.textContent) found.replaceChildren();
  });
};

followFolders({ address: "/api/folders/list", start: () => path.value, path, look });

found.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  const documents = [...form.querySelectorAll("[name=document]:checked")].map((box) => box.value);
  const moved = { path: path.value, documents, dossier: form.elements.dossier.value, also: form.elements.also.checked };
  withName(() => show(() => post("/api/folders/grouping", moved)));
});

const chosenDrafter = () => found.querySelector("[name=drafter]:checked")?.value ?? "offline";

found.addEventListener("change", async (event) => {
  if (event.target.name !== "drafter") return;
  const estimate = document.getElementById("raming");
  estimate.textContent = "Bezig met ramen …";
  const plan = await tell(() => post("/api/folders/plan", { path: path.value, drafter: chosenDrafter() }));
  estimate.textContent = plan?.told ?? "";
});

found.addEventListener("click", async (event) => {
  if (event.target.closest("[data-ungroup]")) return withName(() => show(() => post("/api/folders/grouping/undo", { path: path.value })));
  if (event.target.id !== "maak") return null;
  const begun = await tell(() => post("/api/folders/drafts", { path: path.value, drafter: chosenDrafter() }));
  if (!begun) return null;
  found.replaceChildren();
  return follow(begun);
});

document.getElementById("stop").addEventListener("click", () => tell(() => post("/api/folders/drafts/stop", {})));

function nameTime(seconds) {
  if (seconds === null) return "";
  return seconds < 90 ? ` · nog ongeveer ${seconds} seconden` : ` · nog ongeveer ${Math.round(seconds / 60)} minuten`;
}

function follow(now) {
  work.hidden = false;
  const bar = work.querySelector("progress");
  bar.max = now.total;
  bar.value = now.done;
  const tokens = now.tokens ? ` · ${now.tokens} tokens` : "";
  work.querySelector("span").textContent = `${now.done} van ${now.total}${nameTime(now.seconds_left)}${tokens} · ${now.step}`;
  if (now.state === "busy") {
    setTimeout(async () => follow((await tell(() => get("/api/folders/drafts"))) ?? now), WAIT);
  } else if (now.failures.length) {
    work.hidden = true;
    failed.replaceChildren(...now.failures.map((each) => Object.assign(document.createElement("li"), { textContent: `Niet gelukt: ${each}` })));
  } else if (now.stopped) {
    work.hidden = true;
    told.textContent = "Gestopt. Wat klaar was, is bewaard; een nieuwe keer gaat verder.";
  } else {
    location.reload();
  }
}

const now = await tell(() => get("/api/folders/drafts"));
if (now?.state === "busy") {
  document.querySelector(".add").open = true;
  follow(now);
}
