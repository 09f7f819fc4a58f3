// One draft: decide field by field, by mouse or by keyboard, with the source beside it.
import { post } from "./calls.js";
import { draft, findCurrent, listCards, openForm, select } from "./cards.js";
import { askWithhold, decide, edit, giveReason, leave, take, withhold } from "./deciding.js";
import { withName } from "./naming.js";
import { showPlace } from "./source.js";
import { watch } from "./typing.js";
import "./keys.js";
import "./searching.js";
import "./selecting.js";
import "./sharing.js";
import "./signing.js";

const ACTS = {
  accept: (card) => decide(card, "accept"),
  carry: (card) => decide(card, "carry"),
  undo: (card) => decide(card, "undo"),
  withdraw: (card) => decide(card, "withdraw"),
  choose: (card, button) => decide(card, "choose", { number: Number(button.dataset.number) }),
  take: (card, button) => take(card, button.previousElementSibling.dataset),
  edit,
  leave,
  withhold: askWithhold,
  cancel: (card) => openForm(card, ""),
};

const FORMS = {
  edit: (card, form) => decide(card, "edit", { typed: form.elements.typed.value }),
  reason: (card, form) => giveReason(card, form.elements.note.value),
  withhold,
};

// What concerns more than one field gives a new page.
async function settle(path, body, told) {
  try {
    await post(`/api/drafts/${draft}/${path}`, body);
    location.reload();
  } catch (refused) {
    told.textContent = refused.message;
  }
}

function leaveEmpty(button) {
  const fields = [...button.parentElement.querySelectorAll("[data-key]")].map((each) => each.dataset.key);
  return withName(() => settle("absent", { fields }, button.parentElement.querySelector(".told")));
}

function decideUnread(button) {
  const notice = button.closest(".notice");
  const body = { action: button.dataset.unread, seen: notice.dataset.seen };
  return withName(() => settle("unread", body, notice.querySelector(".told")));
}

document.addEventListener("click", (event) => {
  const unread = event.target.closest("[data-unread]");
  if (unread) return decideUnread(unread);
  const ref = event.target.closest(".ref");
  const button = event.target.closest("[data-do]");
  const card = event.target.closest(".card[data-key]");
  if (button?.dataset.do === "absent") return leaveEmpty(button);
  if (card && card !== findCurrent()) select(card, { focus: !event.target.closest("button, a, summary, input, textarea, select, label"), look: !ref });
  if (ref) return showPlace(ref);
  if (button && card) return ACTS[button.dataset.do]?.(card, button);
  return null;
});

document.addEventListener("focusin", (event) => {
  const card = event.target.closest?.(".card[data-key]");
  // No scrolling here: a button that moves away under a pressed mouse gets no click.
  if (card && card !== findCurrent()) select(card, { focus: false, scroll: false });
});

document.addEventListener("input", (event) => {
  const card = event.target.closest(".card[data-key]");
  if (card && event.target.name === "typed") watch(card, draft);
});

document.addEventListener("submit", (event) => {
  const card = event.target.closest(".card[data-key]");
  if (!card) return;
  event.preventDefault();
  const kind = Object.keys(FORMS).find((each) => event.target.classList.contains(each));
  FORMS[kind](card, event.target);
});

select(listCards().find((card) => card.classList.contains("open")) ?? listCards()[0], { focus: false });
